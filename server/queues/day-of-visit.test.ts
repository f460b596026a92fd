import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility, mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { type BookingHouse, bookingHouse } from '../booking/testing/booking-house.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { actOnEntry } from './act-on-entry.ts';
import { callNext } from './call-next.ts';
import { checkInAtDesk, checkInByPhone } from './check-in.ts';
import { readProof } from './check-in-at-kiosk.ts';
import { getLine } from './queries/lines.ts';
import { findQueuePlace } from './queries/place.ts';
import { requeue } from './requeue.ts';
import { arriveAll, clinicOf } from './testing/clinic.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

const clinic = (patients: number) => clinicOf(house, patients);

describe('checking in', () => {
  it('is done once, uses the ticket, and gives a place in the line', async () => {
    const c = await clinic(2);
    expect(await checkInAtDesk(c.desk, c.which(0))).toMatchObject({ ticketNumber: 1 });
    await checkInAtDesk(c.desk, c.which(0));
    expect(await house.ledger(c.session.sessionId)).toMatchObject({ used: 1 });
    await checkInByPhone(c.resident(1), c.which(1));
    expect(await findQueuePlace(c.resident(1), house.facilityId, c.which(1).appointmentId)).toMatchObject({ ahead: 1 });
    const { rows } = await db.pool.query(`select action from audit_events where subject_id = $1 order by at`, [
      c.which(0).appointmentId,
    ]);
    expect(rows.filter(({ action }) => action === 'booking.check-in')).toHaveLength(1);
  });

  it('is refused on another day, and to another hospital’s desk and another resident', async () => {
    const later = await mintSession(db, house.facility, { startsAt: new Date(Date.now() + 3 * 86_400_000) });
    const patient = await house.patientOf(later.sessionId);
    const which = { facilityId: house.facilityId, appointmentId: patient.made.id };
    await expect(checkInAtDesk(house.staff('desk'), which)).rejects.toThrow('not-today');
    const c = await clinic(2);
    const elsewhere = testContext(db, staffActor((await mintFacility(db)).facilityId, 'desk'));
    await expect(checkInAtDesk(elsewhere, c.which(0))).rejects.toThrow('not-found');
    await expect(checkInByPhone(c.resident(1), c.which(0))).rejects.toThrow('not-found');
    await expect(findQueuePlace(c.resident(1), house.facilityId, c.which(0).appointmentId)).rejects.toThrow(
      'not-found',
    );
  });

  it('reads a proof as its QR code holds it and as fingers type it', () => {
    expect(readProof('hm1:h0001:ab3c4d5e', 'H0009')).toEqual({ facilityId: 'H0001', code: 'AB3C4D5E' });
    expect(readProof(' ab3c 4d5e ', 'H0009')).toEqual({ facilityId: 'H0009', code: 'AB3C4D5E' });
  });
});

describe('calling', () => {
  it('goes by the tickets’ order, one person a room, and ends in a visit that took place', async () => {
    const c = await clinic(3);
    await arriveAll(c);
    const doctor = await c.open('1');
    expect(await callNext(doctor, { finish: false })).toMatchObject(
      c.which(0).appointmentId ? { appointmentId: c.which(0).appointmentId } : {},
    );
    await expect(callNext(doctor, { finish: false })).rejects.toThrow('room-busy');
    await actOnEntry(doctor, { appointmentId: c.which(0).appointmentId, act: 'enter' });
    expect(await actOnEntry(doctor, { appointmentId: c.which(0).appointmentId, act: 'done' })).toEqual({
      status: 'done',
    });
    const { rows } = await db.pool.query('select status from appointments where id = $1', [c.which(0).appointmentId]);
    expect(rows).toEqual([{ status: 'fulfilled' }]);
    expect(await callNext(doctor, { finish: false })).toMatchObject({ appointmentId: c.which(1).appointmentId });
  });

  it('never gives one person to two rooms, nor two to one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const c = await clinic(4);
      await arriveAll(c);
      const doctors = await Promise.all(['1', '2', '3'].map((room) => c.open(room)));
      const called = await Promise.all(doctors.map((doctor) => callNext(doctor, { finish: false })));
      const ids = called.map((one) => one?.appointmentId);
      expect(new Set(ids).size).toBe(3);
      const again = await Promise.allSettled(doctors.map((doctor) => callNext(doctor, { finish: false })));
      expect(again.every(({ status }) => status === 'rejected')).toBe(true);
    }
  });

  it('marks nobody missed before calling often enough, and lets the missed come back after a few others', async () => {
    const c = await clinic(4);
    await arriveAll(c);
    const doctor = await c.open('1');
    const { appointmentId } = c.which(0);
    await callNext(doctor, { finish: false });
    await expect(actOnEntry(doctor, { appointmentId, act: 'missed' })).rejects.toThrow('call-again-first');
    for (let i = 0; i < 4; i += 1) await actOnEntry(doctor, { appointmentId, act: 'call-again' });
    expect(await actOnEntry(doctor, { appointmentId, act: 'missed' })).toEqual({ status: 'missed' });
    const told = await db.pool.query(`select kind from notices where kind = 'queue-missed' and resident_id = $1`, [
      c.people[0]?.residentId,
    ]);
    expect(told.rowCount).toBe(1);
    await requeue(c.desk, { appointmentId, why: 'late', reason: '刚从厕所回来' });
    expect(await callNext(doctor, { finish: false })).toMatchObject({ appointmentId: c.which(1).appointmentId });
    const { entries } = await getLine(c.desk, c.session.sessionId);
    expect(entries.find((entry) => entry.appointmentId === appointmentId)).toMatchObject({ status: 'waiting' });
  });

  it('is the own room’s alone', async () => {
    const c = await clinic(2);
    await arriveAll(c);
    const [first, second] = [await c.open('1'), await c.open('2')];
    await callNext(first, { finish: false });
    const { appointmentId } = c.which(0);
    await expect(actOnEntry(second, { appointmentId, act: 'done' })).rejects.toThrow('not-your-room');
    await expect(callNext(c.doctorOf('none'), { finish: false })).rejects.toThrow('no-room');
  });
});
