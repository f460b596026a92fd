import { describe, expect, test } from 'vitest';
import { systems } from '../systems.ts';
import { fromHealthcareService, toHealthcareService } from './healthcare-service.ts';
import { fromLocation, toLocation } from './location.ts';
import { fromOrganization, toOrganization } from './organization.ts';
import { fromPractitioner, toPractitioner } from './practitioner.ts';
import { fromPractitionerRole, practitionersOf, toPractitionerRole } from './practitioner-role.ts';
import { UnreadableResource } from './resource.ts';

const meta = { versionId: '3', lastUpdated: '2026-11-23T08:00:00+08:00' };
const doctor = { hisId: 'p1', version: '3', name: '梁斌华', title: '主任医师', sex: 'male', skills: '冠心病' } as const;
const role = {
  hisId: 'r1',
  version: '3',
  practitionerHisId: 'p1',
  practitionerName: '梁斌华',
  title: '主任医师',
  sex: 'male',
  skills: '冠心病',
  departmentHisId: 'd1',
  active: true,
} as const;

describe('there and back', () => {
  test('Organization', () => {
    const value = { hisId: 'o1', version: '3', name: '四川大学华西医院' };
    expect(fromOrganization(toOrganization(value))).toEqual(value);
  });
  test('Location', () => {
    const value = { hisId: 'l1', version: '3', name: '心内科门诊', place: '门诊楼A区3楼' };
    expect(fromLocation(toLocation(value))).toEqual(value);
  });
  test('HealthcareService', () => {
    const value = { hisId: 'd1', version: '3', catalogCode: '03.04', name: '心血管内科', place: '3楼' };
    expect(fromHealthcareService(toHealthcareService(value))).toEqual(value);
  });
  test('Practitioner', () => expect(fromPractitioner(toPractitioner(doctor))).toEqual(doctor));
  test('PractitionerRole with its practitioner', () => {
    const people = practitionersOf([toPractitioner(doctor), toPractitionerRole(role)]);
    expect(fromPractitionerRole(toPractitionerRole(role), people)).toEqual(role);
  });
});

describe('as other systems write it', () => {
  test('a name in parts, family first', () => {
    const read = fromPractitioner({
      resourceType: 'Practitioner',
      id: 'x',
      meta,
      name: [{ family: '欧阳', given: ['小明'] }],
    });
    expect(read).toMatchObject({ name: '欧阳小明', sex: 'unknown', title: '', skills: '' });
  });
  test('the official name wins over the first', () => {
    const name = [
      { use: 'nickname', text: '老梁' },
      { use: 'official', text: '梁斌华' },
    ];
    expect(fromPractitioner({ resourceType: 'Practitioner', id: 'x', meta, name }).name).toBe('梁斌华');
  });
  test('a role whose practitioner is not at hand has the name of the reference', () => {
    expect(fromPractitionerRole(toPractitionerRole(role), new Map())).toMatchObject({
      practitionerName: '梁斌华',
      title: '',
      sex: 'unknown',
    });
  });
  test('absolute references, and the time of change where there are no versions', () => {
    const resource = {
      ...toPractitionerRole(role),
      meta: { lastUpdated: meta.lastUpdated },
      practitioner: { reference: 'https://his.example/fhir/Practitioner/p1/_history/4', display: '梁' },
    };
    expect(fromPractitionerRole(resource, new Map())).toMatchObject({
      version: meta.lastUpdated,
      practitionerHisId: 'p1',
    });
  });
  test('the catalogue code under type', () => {
    const type = [
      { coding: [{ system: 'urn:other', code: 'X' }] },
      { coding: [{ system: systems.treatmentSubject, code: '07' }] },
    ];
    const resource = { resourceType: 'HealthcareService', id: 'd', meta, name: '儿科', type };
    expect(fromHealthcareService(resource).catalogCode).toBe('07');
  });
});

const unreadable: [string, () => unknown, RegExp][] = [
  ['another type', () => fromOrganization({ resourceType: 'Location', id: 'x', meta, name: 'n' }), /^resourceType: /],
  ['no id', () => fromOrganization({ resourceType: 'Organization', meta, name: 'n' }), /^id: /],
  ['no name', () => fromOrganization({ resourceType: 'Organization', id: 'x', meta }), /^name: /],
  ['no version', () => fromLocation({ resourceType: 'Location', id: 'x', name: 'n' }), /^meta: neither/],
  ['not an object', () => fromLocation('Location/1'), /^resource: /],
  [
    'no catalogue code',
    () => fromHealthcareService({ resourceType: 'HealthcareService', id: 'x', meta, name: 'n' }),
    /^specialty: no code/,
  ],
  [
    'a code that is none of the catalogue',
    () =>
      fromHealthcareService(
        toHealthcareService({ hisId: 'x', version: '1', catalogCode: '心内', name: 'n', place: '' }),
      ),
    /^specialty: not a catalogue code/,
  ],
  [
    'an empty name',
    () => fromPractitioner({ resourceType: 'Practitioner', id: 'x', meta, name: [{ text: ' ' }] }),
    /^name: empty/,
  ],
  [
    'a role of nobody',
    () => fromPractitionerRole({ ...toPractitionerRole(role), practitioner: {} }, new Map()),
    /^practitioner: not a reference/,
  ],
  [
    'a role of nowhere',
    () => fromPractitionerRole({ ...toPractitionerRole(role), healthcareService: [] }, new Map()),
    /^healthcareService: /,
  ],
  [
    'a role of an unknown without display',
    () =>
      fromPractitionerRole({ ...toPractitionerRole(role), practitioner: { reference: 'Practitioner/p9' } }, new Map()),
    /unknown and without display/,
  ],
];

test.each(unreadable)('unreadable: %s', (_name, read, reason) => {
  expect(read).toThrow(UnreadableResource);
  expect(read).toThrow(reason);
});
