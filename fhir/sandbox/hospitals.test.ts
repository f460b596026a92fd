import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { fromAppointment, toAppointment } from '../resources/appointment.ts';
import { fromHealthcareService } from '../resources/healthcare-service.ts';
import { fromPractitionerRole, practitionersOf } from '../resources/practitioner-role.ts';
import type { FhirResource } from '../resources/resource.ts';
import { fromSchedule } from '../resources/schedule.ts';
import { fromSlot, type SlotValue } from '../resources/slot.ts';
import { appointmentFor, type Bench, openBench } from './testing.ts';

let bench: Bench;
afterEach(() => bench.close());

async function open(change: Parameters<typeof openBench>[0]): Promise<Bench> {
  bench = await openBench(change);
  return bench;
}
const statusOf = async (id: string) => fromSlot(await bench.client.read('Slot', id)).status;

function putStatus(created: FhirResource, slot: SlotValue, status: 'cancelled' | 'arrived' | 'booked') {
  const id = String(created.id);
  return bench.client.update({ ...toAppointment(appointmentFor(slot, { status }), id), id });
}

// What the platform relies on has to hold at our stand-in and at third-party code alike.
const kinds = ['lean', 'medplum'] as const;

describe.each(kinds)('bookings at a %s hospital', (kind) => {
  test('can be read as a whole, page by page, nothing missing and nothing twice', async () => {
    const { pull, slots, control } = await open({ kind });
    const departments = (await pull('HealthcareService')).map(fromHealthcareService);
    expect(departments.map((one) => one.catalogCode).sort()).toEqual(['03.04', '07']);
    const people = await pull('PractitionerRole', { _include: 'PractitionerRole:practitioner' });
    const roles = people.filter((one) => one.resourceType === 'PractitionerRole');
    const doctors = roles.map((one) => fromPractitionerRole(one, practitionersOf(people)));
    expect(doctors.length).toBeGreaterThanOrEqual(4);
    expect(doctors.every((one) => one.title && one.skills && one.sex !== 'unknown')).toBe(true);
    const schedules = (await pull('Schedule', { _count: '7' })).map(fromSchedule);
    const all = await slots({ _count: '17' });
    const { counts } = await control({});
    expect([schedules.length, all.length]).toEqual([counts.Schedule, counts.Slot]);
    expect(new Set(all.map((one) => one.hisId)).size).toBe(all.length);
    const known = new Set(schedules.map((one) => one.hisId));
    expect(all.every((one) => known.has(one.scheduleHisId))).toBe(true);
    const expert = schedules.find((one) => one.numberType === 'expert');
    if (expert) expect(doctors.map((one) => one.practitionerHisId)).toContain(expert.practitionerHisId);
  });

  test('a booking makes its slot busy, and only once', async () => {
    const { book, freeSlot, slots } = await open({ kind });
    const slot = await freeSlot();
    const created = await book(slot);
    expect(fromAppointment(created)).toMatchObject({ platformId: 'b-1', status: 'booked', slotHisId: slot.hisId });
    expect(await statusOf(slot.hisId)).toBe('busy');
    expect((await book(slot)).id).toBe(created.id);
    expect(await bench.pull('Appointment')).toHaveLength(1);
    expect((await slots({ status: 'free' })).map((one) => one.hisId)).not.toContain(slot.hisId);
  });

  test('a slot goes to one of many who want it at once', async () => {
    const { book, freeSlot } = await open({ kind });
    const slot = await freeSlot();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => book(slot, { platformId: `b-${i}` })));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.every((one) => one.status === 409)).toBe(true);
  });

  test('the same booking sent many times at once is one', async () => {
    const { book, freeSlot, pull } = await open({ kind });
    const slot = await freeSlot();
    const all = await Promise.all(Array.from({ length: 8 }, () => book(slot)));
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
    expect(await pull('Appointment')).toHaveLength(1);
  });

  test('cancelling frees the slot, arriving does not, and another may have what is free', async () => {
    const { book, freeSlot } = await open({ kind });
    const slot = await freeSlot();
    const created = await book(slot);
    await putStatus(created, slot, 'arrived');
    expect(await statusOf(slot.hisId)).toBe('busy');
    const cancelled = await putStatus(created, slot, 'cancelled');
    expect(fromAppointment(cancelled).status).toBe('cancelled');
    expect(await statusOf(slot.hisId)).toBe('free');
    await book(slot, { platformId: 'b-2' });
    const again = putStatus(created, slot, 'booked');
    await expect(again).rejects.toMatchObject({ kind: 'http', status: 409 });
  });

  test('a held booking makes the slot tentative', async () => {
    const { book, freeSlot } = await open({ kind });
    const slot = await freeSlot();
    await book(slot, { status: 'held' });
    expect(await statusOf(slot.hisId)).toBe('held');
  });

  test('a change is found by its time, and nothing else is', async () => {
    const { control, slots } = await open({ kind });
    const all = await slots();
    const newest =
      all
        .map((one) => one.lastUpdated)
        .sort()
        .at(-1) ?? '';
    await sleep(5);
    const { taken } = await control({ take: { any: 2 } });
    const since = new Date(Date.parse(newest) + 1).toISOString();
    const changed = await slots({ _lastUpdated: `ge${since}`, _sort: '_lastUpdated' });
    expect(changed.map((one) => one.hisId).sort()).toEqual([...(taken ?? [])].sort());
    const before = new Map(all.map((one) => [one.hisId, one.version]));
    expect(changed.every((one) => one.status === 'busy' && one.version !== before.get(one.hisId))).toBe(true);
  });
});

describe.each(kinds)('the word of a %s hospital', (kind) => {
  test('a slot taken at the window cannot be booked until it is given back', async () => {
    const { book, control, freeSlot } = await open({ kind });
    const slot = await freeSlot();
    await control({ take: { slot: slot.hisId } });
    await expect(book(slot)).rejects.toMatchObject({ status: 409 });
    await control({ free: { slot: slot.hisId } });
    await book(slot);
    await expect(control({ free: { slot: slot.hisId } })).rejects.toThrow(/409/);
  });

  test('a stopped clinic is inactive with its reason, and no number of it can be had', async () => {
    const { book, client, control, freeSlot, slots } = await open({ kind });
    const slot = await freeSlot();
    const created = await book(slot);
    await control({ stop: { schedule: slot.scheduleHisId, reason: '医生外出' } });
    const schedule = fromSchedule(await client.read('Schedule', slot.scheduleHisId));
    expect(schedule).toMatchObject({ active: false, stopReason: '医生外出' });
    const left = await slots({ schedule: `Schedule/${slot.scheduleHisId}` });
    expect(left.every((one) => one.status === 'suspended')).toBe(true);
    await putStatus(created, slot, 'cancelled');
    expect(await statusOf(slot.hisId)).toBe('suspended');
  });

  test('a hospital that confirms keeps the slot tentative until its word', async () => {
    const { book, client, freeSlot } = await open({ kind, authority: 'confirmed', confirmAfterMs: 1_000 });
    const slot = await freeSlot();
    const created = await book(slot, { status: 'booked' });
    expect(fromAppointment(created).status).toBe('pending');
    expect(await statusOf(slot.hisId)).toBe('held');
    const word = async () => fromAppointment(await client.read('Appointment', String(created.id))).status;
    await expect.poll(word, { timeout: 8_000 }).toBe('booked');
    expect(await statusOf(slot.hisId)).toBe('busy');
  });

  test('its word may be no, which frees the slot, or none', async () => {
    const { book, client, control, freeSlot } = await open({ kind, authority: 'confirmed', confirmAfterMs: 30 });
    await control({ health: { rejectBookings: true } });
    const slot = await freeSlot();
    const created = await book(slot, { status: 'held' });
    const news = async () => fromAppointment(await client.read('Appointment', String(created.id)));
    await expect.poll(news, { timeout: 8_000 }).toMatchObject({ status: 'rejected', reason: '医院未接受该预约' });
    expect(await statusOf(slot.hisId)).toBe('free');
    await control({ health: { rejectBookings: false, silentBookings: true } });
    const silent = await book(slot, { platformId: 'b-2', status: 'held' });
    await sleep(150);
    expect(fromAppointment(await client.read('Appointment', String(silent.id))).status).toBe('pending');
  });

  test('a hospital that grants may still refuse one booking', async () => {
    const { book, control, freeSlot } = await open({ kind });
    await control({ health: { rejectBookings: true } });
    const slot = await freeSlot();
    await expect(book(slot)).rejects.toMatchObject({ kind: 'http', status: 422 });
    expect(await statusOf(slot.hisId)).toBe('free');
  });

  test('touching changes versions and nothing else', async () => {
    const { control, slots } = await open({ kind });
    const before = await slots();
    await control({ touch: true });
    const after = new Map((await slots()).map((one) => [one.hisId, one]));
    for (const one of before) {
      const now = after.get(one.hisId);
      expect(now?.version).not.toBe(one.version);
      expect(now).toEqual({ ...one, version: now?.version, lastUpdated: now?.lastUpdated });
    }
  });
});
