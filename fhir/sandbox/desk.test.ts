import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { toAppointment } from '../resources/appointment.ts';
import type { FhirResource } from '../resources/resource.ts';
import type { SlotStatus } from '../resources/slot.ts';
import { appointmentFault } from './booking-rules.ts';
import { hospitalSchema, personalityOf } from './config.ts';
import { Desk } from './desk.ts';
import type { Versioned } from './exchange.ts';
import { wellness } from './health.ts';
import { appointmentFor } from './testing.ts';

const slot = {
  hisId: 's-1',
  version: '1',
  lastUpdated: '2026-11-23T01:00:00.000Z',
  scheduleHisId: 's',
  number: 1,
  start: '2026-11-24T00:30:00.000Z',
  end: '2026-11-24T01:00:00.000Z',
  status: 'free',
} as const;
const wish = (platformId: string) => toAppointment(appointmentFor(slot, { platformId }));

/** A store that takes its time, so that bookings would overlap if they could. */
function slowDesk() {
  let status: SlotStatus = 'free';
  const kept: Versioned[] = [];
  const config = hospitalSchema.parse({
    code: 'h1',
    name: 'h',
    token: 't',
    departments: [{ code: '07', name: '儿科' }],
  });
  const context = {
    config,
    personality: personalityOf(config),
    health: () => wellness,
    now: Date.now,
    changed: () => {},
    remembered: null,
    patients: [],
  };
  const keep = async (resource: FhirResource) => {
    await sleep(2);
    const stored = { ...resource, id: `a${kept.length}`, meta: { versionId: '1', lastUpdated: slot.lastUpdated } };
    kept.push(stored);
    return stored;
  };
  const desk = new Desk(context, {
    slot: async () => sleep(2, { status, closed: false }),
    setSlot: async (_id, next) => {
      await sleep(2);
      status = next;
    },
    find: async () => sleep(2, [...kept]),
    appointment: async () => null,
    insert: keep,
    replace: keep,
  });
  return { desk, kept };
}

describe('at a slow desk', () => {
  test('one of many gets the slot', async () => {
    const { desk, kept } = slowDesk();
    const tries = await Promise.allSettled([1, 2, 3, 4].map((one) => desk.create(wish(`b-${one}`))));
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(kept).toHaveLength(1);
  });

  test('one wish sent often is one appointment', async () => {
    const { desk, kept } = slowDesk();
    const done = await Promise.all([1, 2, 3, 4].map(() => desk.create(wish('b-1'), 'identifier=x')));
    expect(done.map((one) => one.status)).toEqual([201, 200, 200, 200]);
    expect(kept).toHaveLength(1);
  });

  test('a refusal does not stop the queue', async () => {
    const { desk } = slowDesk();
    await expect(desk.create({ resourceType: 'Appointment' })).rejects.toMatchObject({ status: 422 });
    await expect(desk.create(wish('b-1'))).resolves.toMatchObject({ status: 201 });
  });
});

test.each<[string, object, RegExp | null]>([
  ['as it should be', {}, null],
  ['an unknown status', { status: 'sure' }, /^status/],
  ['nobody takes part', { participant: [] }, /^participant/],
  ['a participant that is nobody', { participant: [{ status: 'accepted' }] }, /^app-1/],
  ['a start without end', { end: undefined }, /^app-2/],
  ['booked without times', { start: undefined, end: undefined }, /^app-3/],
  ['backwards', { start: slot.end, end: slot.start }, /^end/],
  ['a reason without a cancellation', { cancelationReason: { text: 'x' } }, /^app-4/],
])('an appointment: %s', (_name, change, fault) => {
  const found = appointmentFault({ ...wish('b-1'), ...change });
  if (fault) expect(found).toMatch(fault);
  else expect(found).toBeNull();
});
