import { expect, test } from 'vitest';
import { systems } from '../systems.ts';
import { type AppointmentValue, fromAppointment, sameAppointment, toAppointment } from './appointment.ts';
import { UnreadableResource } from './resource.ts';

const value: AppointmentValue = {
  platformId: '0198a5a0-0000-7000-8000-000000000001',
  code: 'K7Q2',
  slotHisId: 's1-12',
  residentName: '王小明',
  residentIdMasked: '5101**********0013',
  phoneMasked: '138****0000',
  status: 'booked',
  start: '2026-11-24T00:30:00.000Z',
  end: '2026-11-24T01:00:00.000Z',
  created: '2026-11-23T01:00:00.000Z',
};
const stored = (change: Record<string, unknown> = {}) => ({
  ...toAppointment(value, 'a1'),
  meta: { versionId: '1' },
  ...change,
});

test.each([
  ['held', 'pending', 'tentative', 'pending'],
  ['booked', 'booked', 'accepted', 'booked'],
  ['cancelled', 'cancelled', 'accepted', 'cancelled'],
  ['arrived', 'arrived', 'accepted', 'arrived'],
] as const)('%s is told as %s and read as such', (status, code, participant, news) => {
  const resource = { ...toAppointment({ ...value, status }, 'a1'), meta: { versionId: '1' } };
  expect(resource).toMatchObject({ status: code, participant: [{ status: participant }] });
  expect(fromAppointment(resource)).toEqual({
    hisId: 'a1',
    version: '1',
    platformId: value.platformId,
    status: news,
    slotHisId: 's1-12',
    reason: null,
  });
});

test.each([
  ['proposed', 'pending'],
  ['waitlist', 'pending'],
  ['checked-in', 'arrived'],
  ['fulfilled', 'arrived'],
  ['entered-in-error', 'cancelled'],
  ['noshow', 'noshow'],
])("a hospital's %s is %s", (code, news) => {
  expect(fromAppointment(stored({ status: code })).status).toBe(news);
});

test('a cancelled one whose participant was declined is a no, with its reason', () => {
  const cancelationReason = { text: '医院未接受该预约' };
  const participant = [{ status: 'declined', actor: { display: '王小明' } }];
  const news = fromAppointment(stored({ status: 'cancelled', cancelationReason, participant }));
  expect(news).toMatchObject({ status: 'rejected', reason: '医院未接受该预约' });
});

test("one of the hospital's own has no platform id", () => {
  expect(fromAppointment(stored({ identifier: [{ system: 'urn:his', value: '1' }], slot: undefined }))).toMatchObject({
    platformId: null,
    slotHisId: null,
  });
});

test('a reason goes out only with a cancellation', () => {
  const cancelReason = '临时有事';
  expect(toAppointment({ ...value, cancelReason })).not.toHaveProperty('cancelationReason');
  expect(toAppointment({ ...value, status: 'cancelled', cancelReason })).toMatchObject({
    cancelationReason: { text: cancelReason },
  });
});

test('a create leaves the id to the hospital, and its condition names the platform id only', () => {
  expect(toAppointment(value)).not.toHaveProperty('id');
  const query = new URLSearchParams(sameAppointment(value.platformId));
  expect([...query]).toEqual([['identifier', `${systems.platformAppointment}|${value.platformId}`]]);
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ['an unknown status', { status: 'perhaps' }, /^status: /],
  ['no id', { id: undefined }, /^id: /],
  ['no version', { meta: {} }, /^meta: neither/],
])('unreadable: %s', (_name, change, reason) => {
  expect(() => fromAppointment(stored(change))).toThrow(UnreadableResource);
  expect(() => fromAppointment(stored(change))).toThrow(reason);
});
