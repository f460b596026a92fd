import { describe, expect, it } from 'vitest';
import { exactText } from '../client/exact-text.ts';
import { fromClinical } from '../resources/clinical/clinical.ts';
import { factsOf } from '../resources/clinical/facts.ts';
import { fromPatient } from '../resources/clinical/patient.ts';
import { faultsIn } from '../resources/clinical/validate.ts';
import { kindNamed, kindOf, kinds, named } from './kinds.ts';
import { readRow } from './read-row.ts';
import { toResource } from './to-resource.ts';

const now = new Date('2026-11-20T12:00:00+08:00');
const kind = (name: string) => kindNamed(name) ?? kinds[0]!;
/** The template's example of a table, with some cells changed. */
const example = (name: string, change: Record<string, string> = {}) =>
  new Map([...kind(name).columns.map((one) => [one.en, one.example] as const), ...Object.entries(change)]);
const read = (name: string, change?: Record<string, string>) => readRow(kind(name), example(name, change), now);
const resourceOf = (name: string, change?: Record<string, string>) => {
  const { row, faults } = read(name, change);
  expect(faults).toEqual([]);
  return toResource(kind(name), row!);
};

describe('every table', () => {
  it.each(kinds.map((one) => [one.name, one] as const))(
    '%s: its example is a resource without a fault',
    (name, one) => {
      const resource = resourceOf(name);
      expect(faultsIn(resource)).toEqual([]);
      const value = fromClinical(resource);
      expect(value).toMatchObject({
        type: one.type,
        hisId: one.columns[0]?.example,
        version: String(Date.parse('2026-11-02T10:30:00+08:00')),
      });
      expect(value.lastUpdated).toBe('2026-11-02T02:30:00.000Z');
      if (name !== 'patients') expect(value.patientHisId).toBe('P0001');
    },
  );
  it.each(kinds.map((one) => [one.name, one] as const))(
    '%s: only with what is required it is one as well',
    (name, one) => {
      const empty = Object.fromEntries(one.columns.filter((column) => !column.needed).map((column) => [column.en, '']));
      expect(faultsIn(resourceOf(name, empty)).filter((fault) => fault.grade === 'refused')).toEqual([]);
    },
  );
  it('is known by its first heading in either language, and no two share one', () => {
    for (const one of kinds) {
      const [own] = one.columns;
      expect(kindOf(` ${own?.zh} *`)).toBe(one);
      expect(kindOf(own?.en.toUpperCase() ?? '')).toBe(one);
      expect(new Set(one.columns.map((column) => column.zh)).size).toBe(one.columns.length);
    }
    expect(kindOf('姓名')).toBeUndefined();
    expect(named(kinds[0]!.columns[0]!, '患者编号（必填）')).toBe(false);
  });
});

describe('what a row says', () => {
  it('keeps a laboratory’s decimals, its range and its mark', () => {
    const resource = resourceOf('results', {
      value: '５.60',
      unit: 'mmol/L',
      low: '3.90',
      high: '6.10',
      flag: 'normal',
    });
    expect(exactText(resource)).toContain('"value":5.60,');
    expect(factsOf(resource).reading).toEqual({
      ...{ title: '血红蛋白', value: '5.60', unit: 'mmol/L', low: '3.90', high: '6.10', flag: 'normal' },
    });
  });
  it.each([
    ['<0.5', '<0.5'],
    ['≤ .50', '<=0.50'],
    ['+012', '12'],
    ['阴性', '阴性'],
  ])('reads the result %s as %s', (written, shown) => {
    expect(factsOf(resourceOf('results', { value: written })).reading?.value).toBe(shown);
  });
  it('keeps a document as words, whatever markup they hold, with what kind it is', () => {
    const content = '主诉：咳嗽。\n<img src=x onerror=alert(1)>';
    const resource = resourceOf('documents', { document_kind: 'outpatient note', title: '门诊病历', content });
    expect(faultsIn(resource)).toEqual([]);
    expect(factsOf(resource)).toEqual({ contentType: 'text/plain', text: content });
    expect(fromClinical(resource)).toMatchObject({
      code: { code: '34108-1' },
      title: '门诊病历',
      encounterHisId: 'V0001',
    });
    expect(fromClinical(resourceOf('documents', { document_kind: '其他', visit_id: '' }))).toMatchObject({
      ...{ code: null, title: '出院小结', encounterHisId: null },
    });
  });
  it('says who somebody is as other hospitals do', () => {
    expect(
      fromPatient(resourceOf('patients', { id_number: '519000198603120024', birth_date: '1986/3/12' })),
    ).toMatchObject({
      ...{ hisId: 'P0001', name: '示例某', sex: 'female', birthDate: '1986-03-12', idNumber: '519000198603120024' },
    });
  });
  it('counts a code of no named kind as the hospital’s own', () => {
    expect(fromClinical(resourceOf('results', { code: 'XT-7', code_kind: '' })).code).toMatchObject({
      ...{ system: 'https://huimin.example/fhir/CodeSystem/local', code: 'XT-7' },
    });
  });
  it('leaves somebody who is still in without an end', () => {
    const stay = resourceOf('visits', { visit_kind: '住院', ended: '' });
    expect(stay).toMatchObject({ status: 'in-progress', period: { start: '2026-11-02T09:10:00+08:00' } });
  });
  it('asks nothing of what was deleted but its number and when', () => {
    const { row } = read('results', { deleted: 'yes', value: '', title: '', measured: 'never' });
    expect(row).toMatchObject({ id: 'R0001', deleted: true });
  });
});

describe('days and times', () => {
  it.each(['2026-11-2', '2026/11/02', '2026.11.2', '2026年11月2日', '20261102'])('%s is one day', (written) => {
    expect(resourceOf('allergies', { recorded: written }).recordedDate).toBe('2026-11-02');
  });
  it.each([
    ['2026-11-02 8:05', '2026-11-02T08:05:00+08:00'],
    ['2026/11/2T08:05:09', '2026-11-02T08:05:09+08:00'],
    ['2026-11-02T00:05:00Z', '2026-11-02T00:05:00Z'],
    ['2026-11-02', '2026-11-02'],
  ])('%s is %s', (written, told) => {
    expect(resourceOf('results', { measured: written }).effectiveDateTime).toBe(told);
  });
});

describe('a cell that cannot be meant', () => {
  it.each<[string, string, string, string]>([
    ['results', 'result_id', '', 'needed'],
    ['results', 'result_id', 'R 1/2', 'id'],
    ['results', 'result_id', '1.00000E+17', 'spreadsheet'],
    ['patients', 'id_number', '5.19E+17', 'spreadsheet'],
    ['patients', 'id_number', '51900019860312002', 'id-number'],
    ['patients', 'birth_date', '1986-02-30', 'day'],
    ['patients', 'birth_date', '86-3-12', 'day'],
    ['patients', 'birth_date', '2062-03-12', 'future'],
    ['patients', 'sex', '女性', 'word'],
    ['patients', 'phone', '没有', 'phone'],
    ['results', 'measured', '2026-11-02 25:00', 'moment'],
    ['results', 'low', '3,9', 'number'],
    ['results', 'value', '1,234', 'number'],
    ['results', 'value', '5.6.1', 'number'],
    ['results', 'code', 'XT-7', 'code'],
    ['results', 'code', '', 'needed'],
    ['diagnoses', 'code', 'J2', 'code'],
    ['results', 'high', '100', 'bounds'],
    ['visits', 'ended', '2026-11-02 09:00', 'before-start'],
    ['reports', 'conclusion', '未见\ufffd异常', 'text'],
    ['reports', 'conclusion', '未见\u0007异常', 'text'],
    ['reports', 'conclusion', '长'.repeat(4001), 'long'],
    ['documents', 'content', '长'.repeat(4001), 'long'],
    ['documents', 'document_kind', '病历', 'word'],
  ])('%s: %s is not %j', (name, column, cell, fault) => {
    expect(read(name, { [column]: cell })).toEqual({ row: null, faults: [{ column, fault }] });
  });
  it('is named together with every other', () => {
    const { faults } = read('results', { value: '', measured: 'x', updated: '2099-01-01' });
    expect(faults.map((one) => one.column)).toEqual(['value', 'measured', 'updated']);
  });
});
