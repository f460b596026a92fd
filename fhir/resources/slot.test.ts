import { expect, test } from 'vitest';
import { systems } from '../systems.ts';
import { UnreadableResource } from './resource.ts';
import { fromSlot, type SlotValue, toSlot } from './slot.ts';

const value: SlotValue = {
  hisId: 's1-12',
  version: '2',
  lastUpdated: '2026-11-23T01:02:03.000Z',
  scheduleHisId: 's1',
  number: 12,
  start: '2026-11-24T00:30:00.000Z',
  end: '2026-11-24T01:00:00.000Z',
  status: 'free',
};

test.each(['free', 'held', 'busy', 'suspended'] as const)('there and back: %s', (status) => {
  expect(fromSlot(toSlot({ ...value, status }))).toEqual({ ...value, status });
});

test.each([
  ['free', 'free'],
  ['busy', 'busy'],
  ['busy-tentative', 'held'],
  ['busy-unavailable', 'suspended'],
  ['entered-in-error', 'suspended'],
])('a Slot that is %s is %s', (code, status) => {
  expect(fromSlot({ ...toSlot(value), status: code }).status).toBe(status);
});

test('times of any zone become instants', () => {
  const read = fromSlot({ ...toSlot(value), start: '2026-11-24T08:30:00+08:00', end: '2026-11-24T09:00:00+08:00' });
  expect(read).toEqual(value);
});

const numbered = (text: string) => ({ identifier: [{ system: systems.ticketNumber, value: text }] });
test.each<[string, Record<string, unknown>, RegExp]>([
  ['an unknown status', { status: 'maybe' }, /^status: /],
  ['no schedule', { schedule: { display: '上午' } }, /^schedule: not a reference/],
  ['a schedule of another type', { schedule: { reference: 'HealthcareService/1' } }, /^schedule: not a reference/],
  ['no number', { identifier: [{ system: 'urn:other', value: '1' }] }, /no ticket number/],
  ['number zero', numbered('0'), /not a positive number/],
  ['a number that is none', numbered('十二'), /not a positive number/],
  ['no length', { end: value.start }, /^end: not after start/],
  ['a day instead of a time', { start: '2026-11-24' }, /^start: /],
])('unreadable: %s', (_name, change, reason) => {
  const read = () => fromSlot({ ...toSlot(value), ...change });
  expect(read).toThrow(UnreadableResource);
  expect(read).toThrow(reason);
});
