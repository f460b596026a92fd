import { describe, expect, test } from 'vitest';
import { extensions, systems } from '../systems.ts';
import { UnreadableResource } from './resource.ts';
import { fromSchedule, type ScheduleValue, toSchedule } from './schedule.ts';

const value: ScheduleValue = {
  hisId: 's1',
  version: '7',
  lastUpdated: '2026-11-23T01:02:03.456Z',
  active: true,
  stopReason: null,
  departmentHisId: 'd1',
  practitionerHisId: null,
  roleHisId: null,
  date: '2026-11-24',
  halfDay: 'am',
  startsAt: '2026-11-24T00:00:00.000Z',
  endsAt: '2026-11-24T04:00:00.000Z',
  numberType: 'ordinary',
  feeFen: 650,
};

const turns: [string, Partial<ScheduleValue>][] = [
  ['a clinic of a department', {}],
  ['a clinic of a doctor', { practitionerHisId: 'p1', roleHisId: 'r1', numberType: 'expert', feeFen: 5000 }],
  ['an afternoon', { halfDay: 'pm', startsAt: '2026-11-24T06:00:00.000Z', endsAt: '2026-11-24T09:30:00.000Z' }],
  ['an evening', { halfDay: 'evening', startsAt: '2026-11-24T10:00:00.000Z', endsAt: '2026-11-24T13:00:00.000Z' }],
  ['up to midnight', { halfDay: 'evening', startsAt: '2026-11-24T12:00:00.000Z', endsAt: '2026-11-24T16:00:00.000Z' }],
  ['a stopped clinic', { active: false, stopReason: '医生外出会诊' }],
  ['free of charge', { feeFen: 0 }],
  ['a fee that has no exact binary form', { feeFen: 1999 }],
];

describe('there and back', () => {
  test.each(turns)('%s', (_name, change) => {
    const turned = { ...value, ...change };
    expect(fromSchedule(toSchedule(turned))).toEqual(turned);
  });
});

test('the date is the one on the wall in the region, whatever zone the hospital writes', () => {
  const planningHorizon = { start: '2026-11-23T22:00:00Z', end: '2026-11-24T12:00:00+08:00' };
  expect(fromSchedule({ ...toSchedule(value), planningHorizon })).toMatchObject({
    date: '2026-11-24',
    halfDay: 'am',
    startsAt: '2026-11-23T22:00:00.000Z',
    endsAt: '2026-11-24T04:00:00.000Z',
  });
});

const fee = (valueMoney: unknown) => ({ extension: [{ url: extensions.fee, valueMoney }] });
const unreadable: [string, Record<string, unknown>, RegExp][] = [
  ['no department', { actor: [{ reference: 'Practitioner/p1' }] }, /^actor: no HealthcareService/],
  ['no actor', { actor: [] }, /^actor: /],
  ['no times', { planningHorizon: undefined }, /^planningHorizon: /],
  [
    'a time without zone',
    { planningHorizon: { start: '2026-11-24T08:00:00', end: '2026-11-24T12:00:00Z' } },
    /^planningHorizon\.start: /,
  ],
  ['backwards', { planningHorizon: { start: value.endsAt, end: value.startsAt } }, /does not end after its start/],
  ['a whole week', { planningHorizon: { start: value.startsAt, end: '2026-11-30T04:00:00Z' } }, /over two days/],
  ['no number type', { serviceType: [] }, /^serviceType: no number type/],
  [
    'an unknown number type',
    { serviceType: [{ coding: [{ system: systems.numberType, code: 'gold' }] }] },
    /^serviceType: unknown/,
  ],
  ['no fee', { extension: [] }, /^extension: no registration fee/],
  ['a fee in dollars', fee({ value: 6, currency: 'USD' }), /not an amount in CNY/],
  ['a negative fee', fee({ value: -6, currency: 'CNY' }), /not an amount in CNY/],
  ['a fee finer than a fen', fee({ value: 6.505, currency: 'CNY' }), /finer than a fen/],
  ['no time of change', { meta: { versionId: '1' } }, /^meta\.lastUpdated: missing/],
];

test.each(unreadable)('unreadable: %s', (_name, change, reason) => {
  const read = () => fromSchedule({ ...toSchedule(value), ...change });
  expect(read).toThrow(UnreadableResource);
  expect(read).toThrow(reason);
});
