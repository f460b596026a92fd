import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { checkInAtDesk } from '../queues/check-in.ts';
import { book } from './book.ts';
import { cancel } from './cancel.ts';
import { moveSession } from './move-session.ts';
import { type BookingHouse, bookingHouse, newKey } from './testing/booking-house.ts';

let db: TestDatabase;
let house: BookingHouse;
const day = addDays(regionDay(new Date()), 3);
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

const reason = '医生上午有急诊手术';
const sessionAt = (from: string, to: string, departmentId?: string) =>
  mintSession(db, house.facility, {
    ...{ startsAt: regionInstant(day, from), endsAt: regionInstant(day, to), capacity: 4 },
    ...(departmentId ? { departmentId } : {}),
  });
const noticesOf = async (residentId: string) =>
  (
    await db.pool.query(
      `select params, mandatory, sms_state as sms from notices where resident_id = $1 and kind = 'time-changed'`,
      [residentId],
    )
  ).rows;

describe('moving a session that is booked', () => {
  it('moves windows on both axes, tells everybody once, and lets them give the number up until it begins', async () => {
    const session = await sessionAt('08:00', '10:00');
    const patient = await house.patientOf(session.sessionId);
    const scheduler = house.staff('scheduler');
    const wish = { sessionId: session.sessionId, startsAt: '14:00', endsAt: '16:00', reason };
    expect(await moveSession(scheduler, wish)).toEqual({ told: 1 });
    expect(await moveSession(scheduler, wish)).toEqual({ told: 0 });
    const start = regionInstant(day, '14:00');
    expect(await noticesOf(patient.residentId)).toMatchObject([
      {
        mandatory: true,
        sms: 'queued',
        params: { was: regionInstant(day, '08:00').toISOString(), windowStart: start.toISOString() },
      },
    ]);
    const { rows } = await db.pool.query(
      'select window_start as start, window_end as "end" from resident_bookings where appointment_id = $1',
      [patient.made.id],
    );
    expect(rows).toEqual([{ start, end: regionInstant(day, '14:30') }]);
    const { rows: audits } = await db.pool.query(
      `select detail from audit_events where facility_id = $1 and action = 'booking.move-session'`,
      [house.facilityId],
    );
    expect(audits).toMatchObject([{ detail: { told: 1, reason, after: { startsAt: '14:00' } } }]);
    const justBefore = { ...patient.ctx, clock: { now: () => new Date(start.getTime() - 60_000) } };
    const which = { facilityId: house.facilityId, appointmentId: patient.made.id, reason: '' };
    expect((await cancel(justBefore, which)).status).toBe('cancelled');
  });

  it('is refused as a whole where it would put somebody at two visits at once', async () => {
    const [mine, later] = [await sessionAt('08:00', '10:00'), await sessionAt('08:00', '10:00')];
    const patient = await house.patientOf(mine.sessionId);
    const other = await house.patientOf(mine.sessionId);
    const { rows } = await db.pool.query<{ id: string }>(
      `insert into departments (id, facility_id, catalog_code, name) select facility_id || ':second', facility_id, catalog_code, '外科'
       from departments where id = $1 returning id`,
      [house.facility.departmentId],
    );
    await db.pool.query('update sessions set department_id = $2, starts_at = $3, ends_at = $4 where id = $1', [
      ...[later.sessionId, rows[0]?.id, regionInstant(day, '14:00'), regionInstant(day, '16:00')],
    ]);
    await db.pool.query(
      `update tickets set window_start = window_start + interval '6 hours', window_end = window_end + interval '6 hours' where session_id = $1`,
      [later.sessionId],
    );
    const { facilityId } = house;
    await book(patient.ctx, { key: newKey(), facilityId, sessionId: later.sessionId, residentId: patient.residentId });
    const wish = { sessionId: mine.sessionId, startsAt: '14:00', endsAt: '16:00', reason };
    await expect(moveSession(house.staff('scheduler'), wish)).rejects.toThrow('moved-onto-other-visit');
    expect(await noticesOf(other.residentId)).toEqual([]);
  });

  it('is refused once somebody has come, and when it would lie in the past', async () => {
    const session = await sessionAt('08:00', '10:00');
    const patient = await house.patientOf(session.sessionId);
    const at = (time: string) => ({ now: () => regionInstant(day, time) });
    const wish = { sessionId: session.sessionId, endsAt: '11:00', reason };
    const scheduler = (time: string) => testContext(db, staffActor(house.facilityId, 'scheduler'), { clock: at(time) });
    await expect(moveSession(scheduler('07:30'), { ...wish, startsAt: '07:00' })).rejects.toThrow('moved-to-past');
    const desk = testContext(db, staffActor(house.facilityId, 'desk'), { clock: at('07:40') });
    await checkInAtDesk(desk, { facilityId: house.facilityId, appointmentId: patient.made.id });
    await expect(moveSession(scheduler('07:45'), { ...wish, startsAt: '09:00' })).rejects.toThrow('session-begun');
  });

  it('is the keepers’ alone', async () => {
    const session = await sessionAt('08:00', '10:00');
    const wish = { sessionId: session.sessionId, startsAt: '14:00', endsAt: '16:00', reason };
    await expect(moveSession(house.staff('desk'), wish)).rejects.toThrow('role-needed');
    await expect(moveSession(testContext(db, staffActor('Xelse', 'manager')), wish)).rejects.toThrow(
      'session-not-found',
    );
  });
});
