import { describe, expect, it } from 'vitest';
import { check } from './checks.ts';
import { daysBetween, scrub, toldBirthYear } from './deidentify.ts';
import { mayJudge, mayReadReview } from './policy.ts';
import { moves, movesFrom, sampleSize, soughtBy } from './rules.ts';
import { findingStates } from './schema/words.ts';
import type { Sheet, SheetLine } from './schema.ts';

const line = (of: Partial<SheetLine>): SheetLine => ({
  ...{ type: 'Encounter', day: 0, title: '', code: '', status: 'finished', readings: [], parts: 0, kept: 0 },
  ...{ version: 1, arrival: 0, findings: [], gap: false, ...of },
});
const visit = (lines: Partial<SheetLine>[], of: Partial<Sheet> = {}): Sheet => ({
  ...{
    kind: 'outpatient',
    month: '2026-10',
    sex: 'female',
    birthYear: '1990',
    county: '',
    department: '内科',
    ended: true,
  },
  lines: [line({ kept: 4 }), ...lines.map(line)],
  ...of,
});
const found = (sheet: Sheet) => check(sheet, { lateDays: 3 }).map(({ rule, line: at }) => `${rule} ${at ?? '-'}`);
const reading = { title: '白细胞', value: '5.60', unit: '', flag: '' };

describe('checks', () => {
  const cases: [string, Sheet, string[]][] = [
    ['a visit that lacks nothing', visit([]), []],
    ['no diagnosis', { ...visit([]), lines: [line({})] }, ['no-diagnosis -']],
    ['a diagnosis of its own', { ...visit([]), lines: [line({}), line({ type: 'Condition' })] }, []],
    ['no department', visit([], { department: '' }), ['no-department -']],
    ['over without an end', visit([], { ended: false }), ['no-end -']],
    ['a visit still going on', visit([], { ended: null }), []],
    ['a stay without papers', visit([], { kind: 'inpatient' }), ['no-summary -']],
    ['a stay with papers', visit([{ type: 'DocumentReference', parts: 1 }], { kind: 'inpatient' }), []],
    ['an empty paper', visit([{ type: 'DocumentReference' }]), ['no-content 1']],
    ['an empty report', visit([{ type: 'DiagnosticReport' }]), ['no-results 1']],
    ['a report with a conclusion', visit([{ type: 'DiagnosticReport', kept: 9 }]), []],
    ['a number without unit', visit([{ type: 'Observation', readings: [reading] }]), ['no-unit 1']],
    ['a number with unit', visit([{ type: 'Observation', readings: [{ ...reading, unit: '10*9/L' }] }]), []],
    ['words need no unit', visit([{ type: 'Observation', readings: [{ ...reading, value: '阴性' }] }]), []],
    ['three days are in time', visit([{ arrival: 3 }]), []],
    ['four are late', visit([{ arrival: 4 }]), ['late 1']],
    ['late once, by the line that came last', visit([{ arrival: 5 }, { arrival: 9 }, { arrival: 7 }]), ['late 2']],
    ['a code of its own', visit([{ gap: true }]), ['unmapped 1']],
    ['ICD-10 in its form', visit([{ code: 'http://hl7.org/fhir/sid/icd-10|E11.9' }]), []],
    ['ICD-10 out of form', visit([{ code: 'http://hl7.org/fhir/sid/icd-10|E1.9' }]), ['code-form 1']],
    ['what intake noted', visit([{ findings: ['period: order'] }]), ['badly-written 1']],
    ['a paper by itself is no visit', visit([], { kind: 'report', department: '', ended: null }), []],
  ];
  it.each(cases)('%s', (_, sheet, expected) => expect(found(sheet)).toEqual(expected));

  it('tell of one rule five at most', () => {
    expect(found(visit(Array.from({ length: 9 }, () => ({ gap: true }))))).toHaveLength(5);
  });
});

describe('what says whose it is', () => {
  const known = { names: ['欧阳明珠', '欧阳强', '珠'], addresses: ['青羊区和平路12号'] };
  it.each([
    ['欧阳明珠之女，父欧阳强', '某之女,父某'],
    ['电话13800138000复诊', '电话…复诊'],
    ['证号51010419900101123X', '证号…'],
    ['2026年10月12日随访', '…随访'],
    ['住青羊区和平路12号', '住某'],
    ['mail a.b@c.cn', 'mail …'],
    ['2型糖尿病', '2型糖尿病'],
    ['珠蛋白', '珠蛋白'],
  ])('%s becomes %s', (text, expected) => expect(scrub(text, known)).toBe(expected));

  it('of age a year, and of the oldest only that', () => {
    expect(toldBirthYear('1990-05-05', '2026-11-24')).toBe('1990');
    expect(toldBirthYear('1930-05-05', '2026-11-24')).toBe('≤1936');
    expect(toldBirthYear('', '2026-11-24')).toBe('');
    expect(daysBetween(new Date(0), new Date(3 * 86_400_000 - 1))).toBe(2);
  });
});

describe('the way of a finding', () => {
  it('leads from every state but the two ends', () => {
    const ends = findingStates.filter((state) => Object.values(moves).every(({ from }) => !from.includes(state)));
    expect(ends).toEqual(['dismissed', 'closed']);
    expect(movesFrom('answered', 'official')).toEqual(['accept', 'return-again', 'withdraw']);
    expect(movesFrom('returned', 'facility')).toEqual(['answer']);
    expect(movesFrom('proposed', 'facility')).toEqual([]);
  });
});

describe('rules', () => {
  it.each([
    ['count', 5, 100, 5],
    ['count', 5, 3, 3],
    ['share', 10, 41, 5],
    ['share', 100, 400, 50],
    ['count', 90, 400, 50],
    ['share', 10, 0, 0],
  ] as const)('%s %d of %d is %d', (kind, size, population, expected) =>
    expect(sampleSize(kind, size, population, 50)).toBe(expected),
  );

  it('seek visits by kind and papers by type', () => {
    expect(soughtBy(['outpatient', 'report'])).toEqual({
      types: ['Encounter', 'DiagnosticReport'],
      visitKinds: ['outpatient'],
    });
    expect(soughtBy(['document'])).toEqual({ types: ['DocumentReference'], visitKinds: [] });
  });

  it.each([
    ['51/01/', '51/01/', false, true, true],
    ['51/', '51/01/', false, true, false],
    ['51/', '51/01/', true, true, true],
    ['51/01/', '51/', true, false, false],
    ['51/02/', '51/01/', true, false, false],
    ['', '', true, false, false],
  ])('an office of %s reads and judges what %s drew (left too long: %s): %s, %s', (own, of, late, reads, judges) => {
    expect(mayReadReview({ regionPath: own }, of)).toBe(reads);
    expect(mayJudge({ regionPath: own }, of, late)).toBe(judges);
  });
});
