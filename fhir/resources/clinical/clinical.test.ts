import { describe, expect, test } from 'vitest';
import type { FhirResource } from '../resource.ts';
import { checkResource } from './checks.ts';
import { fromClinical } from './clinical.ts';
import { fromPatient } from './patient.ts';
import { spanOf, spanOfElement } from './when.ts';

const meta = { versionId: '3', lastUpdated: '2026-11-20T08:00:00+08:00' };
const subject = { reference: 'https://his.example/fhir/Patient/p1' };
const glucose: FhirResource = {
  resourceType: 'Observation',
  id: 'o1',
  meta,
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  ],
  code: {
    coding: [{ system: 'http://loinc.org', code: '1558-6', display: 'Fasting glucose' }, { code: 'XT01' }],
    text: '空腹血糖',
  },
  subject,
  encounter: { reference: 'Encounter/e1' },
  effectiveDateTime: '2026-11-20T07:30:00+08:00',
  valueQuantity: { value: 5.6, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  performer: [{ reference: 'Practitioner/d1' }],
};
const reasonOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

test('a result is read so far as finding it needs', () => {
  expect(fromClinical(glucose)).toEqual({
    type: 'Observation',
    hisId: 'o1',
    version: '3',
    lastUpdated: '2026-11-20T00:00:00.000Z',
    patientHisId: 'p1',
    encounterHisId: 'e1',
    span: { from: Date.parse('2026-11-19T23:30:00Z'), to: Date.parse('2026-11-19T23:30:01Z') },
    code: { system: 'http://loinc.org', code: '1558-6', display: 'Fasting glucose' },
    codings: [
      { system: 'http://loinc.org', code: '1558-6', display: 'Fasting glucose' },
      { system: '', code: 'XT01', display: '' },
    ],
    title: '空腹血糖',
    status: 'final',
    search: [
      'code=|1558-6',
      'code=http://loinc.org|1558-6',
      'code=|XT01',
      'category=|laboratory',
      'category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory',
      'status=|final',
      'performer=Practitioner/d1',
    ],
    values: {
      date: [[Date.parse('2026-11-19T23:30:00Z'), Date.parse('2026-11-19T23:30:01Z')]],
      'value-quantity': [{ value: '5.6', system: 'http://unitsofmeasure.org', code: 'mmol/L', unit: 'mmol/L' }],
    },
  });
});

test.each<[string, FhirResource, object]>([
  ['a patient is about itself', { resourceType: 'Patient', id: 'p1', birthDate: '1990-05' }, { patientHisId: 'p1' }],
  [
    'an allergy names its patient',
    { resourceType: 'AllergyIntolerance', id: 'a', patient: subject, onsetString: '幼时' },
    { patientHisId: 'p1', span: { from: null, to: null } },
  ],
  [
    'a cover names its beneficiary',
    { resourceType: 'Coverage', id: 'c', beneficiary: subject, period: { start: '2026' } },
    { span: { from: Date.parse('2025-12-31T16:00:00Z'), to: null } },
  ],
  [
    'a medicine by reference has no code',
    { resourceType: 'MedicationRequest', id: 'm', subject, medicationReference: { reference: 'Medication/7' } },
    { code: null, search: ['medication=Medication/7'] },
  ],
  [
    'a visit has a class',
    { resourceType: 'Encounter', id: 'e', subject, class: { system: 'urn:c', code: 'AMB' } },
    { search: ['class=|AMB', 'class=urn:c|AMB'] },
  ],
  [
    'without a version the stamp tells versions apart',
    { resourceType: 'Condition', id: 'k', subject, meta: { lastUpdated: meta.lastUpdated } },
    { version: '1795132800000' },
  ],
])('%s', (_name, resource, expected) => {
  expect(fromClinical({ meta, ...resource })).toMatchObject(expected);
});

test.each<[string, Partial<FhirResource>, string]>([
  ['no person', { subject: { display: '王' } }, 'subject: not a reference to a Patient'],
  ['a group', { subject: { reference: 'Group/7' } }, 'subject: not a reference to a Patient'],
  ['no stamp', { meta: { versionId: '1' } }, 'meta.lastUpdated: missing'],
  ['not of a record', { resourceType: 'Binary' }, 'resourceType: not part of a record'],
  ['an id that is none', { id: '../x' }, 'id: not a FHIR id'],
  ['an empty list', { performer: [] }, 'Observation.performer: an empty list'],
  ['an empty object', { device: {} }, 'Observation.device: an empty object'],
  ['an empty string', { note: [{ text: '' }] }, 'Observation.note.text: an empty string'],
  ['half a character', { note: [{ text: 'a\ud83d' }] }, 'Observation.note.text: not well-formed text'],
  ['a null character', { note: [{ text: 'a\u0000' }] }, 'Observation.note.text: not well-formed text'],
  ['a name of no element', { 'a b': 1 }, 'Observation: a name no element has'],
  ['two choices', { valueString: 'x' }, 'Observation.value[x]: two choices at once'],
  [
    'a period that ends first',
    { effectiveDateTime: undefined, effectivePeriod: { start: '2026-02-01', end: '2026-01' } },
    'Observation.effectivePeriod.end: before its start',
  ],
  [
    'a part not contained',
    { device: { reference: '#d' } },
    'Observation.device.reference: names a part that is not contained',
  ],
  [
    'a unit without system',
    { valueQuantity: { value: 1, code: 'mg' } },
    'Observation.valueQuantity.code: a unit without its system',
  ],
  [
    'script',
    { text: { status: 'generated', div: '<div><ScRipt>x</script></div>' } },
    'Observation.text.div: active content in narrative',
  ],
  [
    'a handler',
    { text: { status: 'generated', div: '<div><img src="x" onerror=alert(1)></div>' } },
    'Observation.text.div: active content in narrative',
  ],
])('%s is refused with its place', (_name, change, reason) => {
  expect(reasonOf(() => fromClinical({ ...glucose, ...change } as FhirResource))).toBe(reason);
});

describe('poison', () => {
  test('deeper than any resource', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 5000; i++) deep = [deep];
    expect(reasonOf(() => checkResource({ ...glucose, x: deep }))).toMatch(/deeper than 32$/);
  });
  test('a name that would reach prototypes', () => {
    const poisoned = JSON.parse('{"resourceType":"Observation","id":"x","__proto__":{"admin":true}}') as FhirResource;
    expect(reasonOf(() => checkResource(poisoned))).toContain('a name no element has');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

test.each([
  ['2026', '2025-12-31T16:00:00Z', '2026-12-31T16:00:00Z'],
  ['2026-12', '2026-11-30T16:00:00Z', '2026-12-31T16:00:00Z'],
  ['2024-02-29', '2024-02-28T16:00:00Z', '2024-02-29T16:00:00Z'],
  ['2026-11-20T07:30+08:00', '2026-11-19T23:30:00Z', '2026-11-19T23:31:00Z'],
  ['2026-11-20T07:30:15Z', '2026-11-20T07:30:15Z', '2026-11-20T07:30:16Z'],
  ['2026-11-20T07:30:15.25Z', '2026-11-20T07:30:15.250Z', '2026-11-20T07:30:15.251Z'],
])('%s spans what it may mean', (text, from, to) => {
  expect(spanOf(text)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
});

test.each(['', '2026-13-01T', 'soon', '2026-1-1', '20261120'])('%j is no date', (text) => {
  expect(spanOf(text)).toBeNull();
});

test('a timing spans its events, or its bounds', () => {
  expect(spanOfElement({ event: ['2026-01-02', '2026-01-05'] })).toEqual({
    from: Date.parse('2026-01-01T16:00:00Z'),
    to: Date.parse('2026-01-05T16:00:00Z'),
  });
  expect(spanOfElement({ repeat: { boundsPeriod: { end: '2026-01-05' } } })).toMatchObject({ from: null });
  expect(spanOfElement({ repeat: { count: 3 } })).toBeNull();
});

describe('a patient', () => {
  const patient: FhirResource = {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [
      { value: 'MR7' },
      { system: 'https://huimin.example/fhir/sid/id-number', value: '51900019900307 002x' },
    ],
    name: [
      { use: 'maiden', text: '张梅' },
      { use: 'official', family: '欧阳', given: ['春', '梅'] },
    ],
    telecom: [
      { system: 'email', value: 'a@b' },
      { system: 'phone', value: '10012345678' },
    ],
    gender: 'female',
    birthDate: '1990-03-07',
    multipleBirthInteger: 2,
    address: [{ line: ['成都市', '武侯区'] }],
    contact: [{ name: { text: '欧阳强' } }],
  };
  test('is read as far as matching needs', () => {
    expect(fromPatient(patient)).toEqual({
      hisId: 'p1',
      active: true,
      name: '欧阳春梅',
      otherNames: ['张梅'],
      sex: 'female',
      birthDate: '1990-03-07',
      idNumber: '51900019900307002X',
      phones: ['10012345678'],
      address: '成都市武侯区',
      birthOrder: 2,
      died: false,
      kin: ['欧阳强'],
    });
  });
  test('may lack nearly everything, but not a name', () => {
    expect(fromPatient({ resourceType: 'Patient', id: 'p', name: [{ text: '王' }], birthDate: '1990' })).toMatchObject({
      birthDate: '1990',
      idNumber: '',
      sex: 'unknown',
      phones: [],
    });
    expect(reasonOf(() => fromPatient({ resourceType: 'Patient', id: 'p' }))).toBe('name: missing');
  });
});
