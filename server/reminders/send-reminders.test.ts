import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { cancel } from '../booking/cancel.ts';
import { type BookingHouse, bookingHouse } from '../booking/testing/booking-house.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { systemActor, testContext } from '../kernel/test-context.ts';
import { noticeJobs } from '../notices/jobs.ts';
import { reminderJobs } from './jobs.ts';
import { dueAt, plans, type ReminderKind } from './rules.ts';
import { sendReminders } from './send-reminders.ts';

let db: TestDatabase;
let house: BookingHouse;
/** Far enough that every reminder's instant lies after the bookings, whenever the test runs. */
const day = addDays(regionDay(new Date()), 9);
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

const clockOf = (kind: ReminderKind, minutes = 1) => {
  const { daysBefore, at } = plans[kind];
  const now = new Date(regionInstant(addDays(day, -daysBefore), at).getTime() + minutes * 60_000);
  return { now: () => now };
};
async function remind(kind: ReminderKind): Promise<number> {
  const services = testContext(db, systemActor(), { clock: clockOf(kind) });
  const due = dueAt(kind, services.clock.now());
  return due ? sendReminders(services, house.facilityId, due) : -1;
}
async function noticesOf(residentId: string) {
  const { rows } = await db.pool.query(
    `select params, link, sms_state as sms from notices where resident_id = $1 and kind = 'reminder' order by created_at`,
    [residentId],
  );
  return rows;
}
const sessionAt = (time: string) =>
  mintSession(db, house.facility, { startsAt: regionInstant(day, time), capacity: 8 });

describe('reminders', () => {
  it('come once a kind, with one SMS, and say where, when and what to bring', async () => {
    const session = await sessionAt('09:00');
    const patient = await house.patientOf(session.sessionId);
    expect(await remind('week-before')).toBe(1);
    expect(await remind('two-days-before')).toBe(1);
    expect(await remind('two-days-before')).toBe(0);
    expect(await remind('day-before')).toBe(1);
    expect(await remind('same-day')).toBe(1);
    const notices = await noticesOf(patient.residentId);
    expect(notices.map((n) => n.sms)).toEqual(['none', 'queued', 'none', 'none']);
    expect(notices[1]).toMatchObject({
      params: { date: day, list: expect.stringContaining('09:00 '), earlyMinutes: 30, documents: expect.any(String) },
      link: `/appointments/${house.facilityId}/${patient.made.id}`,
    });
  });

  it('leave out who cancelled, and by SMS only who had none two days before', async () => {
    const session = await sessionAt('10:00');
    const [stays, leaves] = [await house.patientOf(session.sessionId), await house.patientOf(session.sessionId)];
    await cancel(leaves.ctx, { facilityId: house.facilityId, appointmentId: leaves.made.id, reason: '' });
    await remind('day-before');
    expect(await noticesOf(leaves.residentId)).toEqual([]);
    expect((await noticesOf(stays.residentId)).map((n) => n.sms)).toEqual(['queued']);
  });

  it('do not come to who booked after the instant: the confirmation has just told everything', async () => {
    const session = await sessionAt('11:00');
    const patient = await house.patientOf(session.sessionId);
    await db.pool.query('update appointments set created_at = $2 where id = $1', [
      ...[patient.made.id, new Date(clockOf('day-before').now().getTime())],
    ]);
    await remind('day-before');
    expect(await noticesOf(patient.residentId)).toEqual([]);
  });

  it('tell nobody twice when two workers run at once, and word the SMS with what to bring', async () => {
    const session = await sessionAt('14:00');
    const patient = await house.patientOf(session.sessionId);
    const told = await Promise.all([remind('two-days-before'), remind('two-days-before')]);
    expect(told.sort().at(0)).toBe(0);
    expect(await noticesOf(patient.residentId)).toHaveLength(1);
    const { rows } = await db.pool.query<{ id: string }>(
      `update residents set phone_sealed = $2 where id = $1 returning (select id from notices where resident_id = $1 and kind = 'reminder')`,
      [patient.residentId, patient.ctx.sealing.seal('13900000000')],
    );
    const services = testContext(db, systemActor());
    await noticeJobs['notices-sms']({ residentId: patient.residentId, noticeId: rows[0]?.id ?? '' }, services);
    expect(services.sent[0]?.text).toMatch(
      /^【惠民健康】就诊提醒：\d+月\d+日14:00 .*提前30分钟到院，带身份证或医保码.*不能来请提前取消。$/,
    );
  });

  it('run for every bookable facility, and not at all when their time is over', async () => {
    const session = await sessionAt('15:00');
    const patient = await house.patientOf(session.sessionId);
    const at = (minutes: number) => testContext(db, systemActor(), { clock: clockOf('week-before', minutes) });
    await reminderJobs['reminders-send']({ kind: 'week-before' }, at(6 * 60 + 1));
    expect(await noticesOf(patient.residentId)).toEqual([]);
    await reminderJobs['reminders-send']({ kind: 'week-before' }, at(5));
    expect(await noticesOf(patient.residentId)).toHaveLength(1);
  });
});
