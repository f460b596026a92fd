import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancel } from '../booking/cancel.ts';
import { pullHospital } from './pull.ts';
import { tellPending } from './tell.ts';
import { ask, askAppointments, type House, openHouse, type TestHospital } from './testing/hospital-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse([
    {},
    { kind: 'medplum' },
    { authority: 'confirmed', confirmAfterMs: 800 },
    { authority: 'confirmed', kind: 'medplum', confirmAfterMs: 800 },
  ]);
  for (const hospital of house.hospitals) await pullHospital(house.services, hospital.facilityId);
});
afterAll(() => house.close());

const at = (i: number) => house.hospitals[i] as TestHospital;
const tell = (hospital: TestHospital) => tellPending(house.services, hospital.facilityId);
const pull = (hospital: TestHospital) => pullHospital(house.services, hospital.facilityId);
const slotStatus = async (hospital: TestHospital, id: string) => (await ask(hospital, `Slot/${id}`)).status;

describe.each([0, 1])('a hospital that granted its numbers (%i)', (i) => {
  it('holds the Appointment of a booking and its Slot is busy; cancelling frees both', async () => {
    const { made, ctx } = await house.book(at(i));
    expect(made.status).toBe('booked');
    expect(await house.appointment(made.id)).toMatchObject({ his_state: 'pending' });
    expect(await tell(at(i))).toMatchObject({ told: 1, again: null });
    const [theirs, ...more] = await askAppointments(at(i), made.id);
    const { his_id: slot } = await house.ticketOf(made.id);
    expect(more).toEqual([]);
    expect(theirs).toMatchObject({ status: 'booked', slot: [{ reference: `Slot/${slot}` }] });
    expect(await slotStatus(at(i), slot)).toBe('busy');
    expect(await house.appointment(made.id)).toMatchObject({ his_state: 'told', his_id: theirs?.id });
    await pull(at(i));
    expect(await house.ticketOf(made.id)).toMatchObject({ status: 'booked', taken_by: 'platform' });

    await cancel(ctx, { facilityId: at(i).facilityId, appointmentId: made.id, reason: '' });
    await tell(at(i));
    expect((await askAppointments(at(i), made.id)).map((a) => a.status)).toEqual(['cancelled']);
    expect(await slotStatus(at(i), slot)).toBe('free');
    await pull(at(i));
    expect(await house.ticketOf(made.id)).toMatchObject({ status: 'quarantined', taken_by: null });
    expect(await house.deliveries(made.id)).toMatchObject([
      { kind: 'book', state: 'told', attempts: 1 },
      { kind: 'cancel', state: 'told', attempts: 1 },
    ]);
  });

  it('sends nothing for what was cancelled before it was told', async () => {
    const { made, ctx } = await house.book(at(i));
    await cancel(ctx, { facilityId: at(i).facilityId, appointmentId: made.id, reason: '' });
    await tell(at(i));
    expect(await askAppointments(at(i), made.id)).toEqual([]);
    expect(await house.appointment(made.id)).toMatchObject({ his_state: 'told', his_id: null });
  });

  it('keeps the number it gave away at the window; the resident is told', async () => {
    const { made, residentId } = await house.book(at(i));
    const { his_id: slot } = await house.ticketOf(made.id);
    await house.control(at(i), { take: { slot } });
    await tell(at(i));
    expect(await house.appointment(made.id)).toMatchObject({ status: 'cancelled', cancel_reason: 'taken-at-hospital' });
    expect(await house.ticketOf(made.id)).toMatchObject({ status: 'booked', taken_by: 'hospital' });
    expect(await house.notices(residentId)).toEqual(['booked', 'ticket-lost']);
    await tell(at(i));
    expect(await askAppointments(at(i), made.id)).toEqual([]);
    expect(await slotStatus(at(i), slot)).toBe('busy');
    expect(await house.deliveries(made.id)).toMatchObject([{ kind: 'book', state: 'refused' }, { kind: 'cancel' }]);
  });

  it('that cancels our Appointment itself takes the number from the resident and gives it back when free', async () => {
    const { made, residentId } = await house.book(at(i));
    await tell(at(i));
    const [theirs] = await askAppointments(at(i), made.id);
    await fetch(`${at(i).base}/Appointment/${theirs?.id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${at(i).token}`, 'content-type': 'application/fhir+json' },
      body: JSON.stringify({ ...theirs, status: 'cancelled', cancelationReason: { text: '医生外出' } }),
    });
    await pull(at(i));
    expect(await house.appointment(made.id)).toMatchObject({ status: 'cancelled', cancel_reason: '医生外出' });
    expect(await house.notices(residentId)).toEqual(['booked', 'ticket-lost']);
    expect(await house.ticketOf(made.id)).toMatchObject({ status: 'free', taken_by: null });
  });
});

describe.each([2, 3])('a hospital that confirms (%i)', (i) => {
  it('has the number held until it accepts', async () => {
    const { made, residentId } = await house.book(at(i));
    expect(made.status).toBe('held');
    expect(await tell(at(i))).toMatchObject({ told: 1, awaits: true });
    const { his_id: slot } = await house.ticketOf(made.id);
    expect(await slotStatus(at(i), slot)).toBe('busy-tentative');
    expect(await house.appointment(made.id)).toMatchObject({ status: 'held', his_state: 'told' });
    await pause(1000);
    await pull(at(i));
    expect(await house.appointment(made.id)).toMatchObject({ status: 'booked' });
    expect(await house.ticketOf(made.id)).toMatchObject({ status: 'booked', taken_by: 'platform' });
    expect(await slotStatus(at(i), slot)).toBe('busy');
    expect(await house.notices(residentId)).toEqual(['held', 'confirmed']);
  });

  it('may say no: the number is free again and the resident told', async () => {
    await house.control(at(i), { health: { rejectBookings: true } });
    const { made, residentId } = await house.book(at(i));
    await tell(at(i));
    await pause(1000);
    await pull(at(i));
    await house.control(at(i), { health: null });
    expect(await house.appointment(made.id)).toMatchObject({ status: 'rejected' });
    expect(await house.ticketOf(made.id)).toMatchObject({ status: 'free', taken_by: null });
    expect(await house.notices(residentId)).toEqual(['held', 'rejected']);
    await tell(at(i));
    expect((await askAppointments(at(i), made.id)).map((a) => a.status)).toEqual(['cancelled']);
  });
});

describe('telling', () => {
  it('that is cut off in the middle ends in exactly one Appointment', async () => {
    await tell(at(0));
    const { made } = await house.book(at(0));
    await house.control(at(0), { health: { truncate: true } });
    const cut = await tell(at(0));
    expect(cut.told).toBe(0);
    expect(cut.again).not.toBeNull();
    await house.control(at(0), { health: null });
    expect(await askAppointments(at(0), made.id)).toHaveLength(1);
    await house.forgive(at(0));
    expect(await tell(at(0))).toMatchObject({ told: 1 });
    expect(await askAppointments(at(0), made.id)).toHaveLength(1);
    expect(await house.deliveries(made.id)).toMatchObject([{ state: 'told', attempts: 2 }]);
  });

  it('takes back what was cancelled while its outcome was unknown', async () => {
    const { made, ctx } = await house.book(at(0));
    await house.control(at(0), { health: { truncate: true } });
    await tell(at(0));
    await house.control(at(0), { health: null });
    await cancel(ctx, { facilityId: at(0).facilityId, appointmentId: made.id, reason: '' });
    await house.forgive(at(0));
    await tell(at(0));
    expect((await askAppointments(at(0), made.id)).map((a) => a.status)).toEqual(['cancelled']);
    expect(await slotStatus(at(0), (await house.ticketOf(made.id)).his_id)).toBe('free');
  });

  it('at the same time from several processes tells once', async () => {
    const booked = await Promise.all([house.book(at(0), 1), house.book(at(0), 2), house.book(at(0), 3)]);
    const rounds = await Promise.all([tell(at(0)), tell(at(0)), tell(at(0)), tell(at(0))]);
    expect(rounds.reduce((sum, round) => sum + round.told, 0)).toBe(3);
    for (const { made } of booked) {
      expect(await askAppointments(at(0), made.id)).toHaveLength(1);
      expect(await house.deliveries(made.id)).toMatchObject([{ state: 'told', attempts: 1 }]);
    }
  });

  it('stops with the stop switch and loses nothing', async () => {
    const switchTo = (on: boolean) =>
      house.db.pool.query('update his_endpoints set enabled = $2 where facility_id = $1', [at(0).facilityId, on]);
    await switchTo(false);
    const { made } = await house.book(at(0));
    expect(await tell(at(0))).toMatchObject({ told: 0, again: null });
    expect(await askAppointments(at(0), made.id)).toEqual([]);
    expect(await house.deliveries(made.id)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    await switchTo(true);
    await house.work();
    expect(await askAppointments(at(0), made.id)).toHaveLength(1);
  });

  it('again of a booking the hospital has forgotten', async () => {
    const { made } = await house.book(at(0));
    await tell(at(0));
    await house.db.pool.query(`update appointments set his_id = 'lost-by-the-hospital' where id = $1`, [made.id]);
    const { his_id: slot } = await house.ticketOf(made.id);
    const theirs = (await askAppointments(at(0), made.id))[0];
    await house.db.pool.query('update tickets set his_version = null where his_id = $1', [slot]);
    expect(theirs?.status).toBe('booked');
    await house.db.pool.query(`update appointments set his_state = 'pending' where id = $1`, [made.id]);
    await tell(at(0));
    expect(await askAppointments(at(0), made.id)).toHaveLength(1);
    expect(await house.appointment(made.id)).toMatchObject({ his_state: 'told', his_id: theirs?.id });
  });
});
