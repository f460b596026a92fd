import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintFacility, mintSession } from '#db/testing/mint.ts';
import { book } from '../booking/book.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { type BookingHouse, bookingHouse, newKey } from '../booking/testing/booking-house.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { appealStrike } from './appeal-strike.ts';
import { decideAppeal } from './decide-appeal.ts';
import { judgeVisits } from './jobs.ts';
import { judgeVisit } from './judge-visit.ts';
import { listAppeals } from './queries/appeals.ts';
import { listConduct } from './queries/own.ts';
import { clinicFor, officialOf, personIn, workerAt } from './testing/missed.ts';

let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
});
afterAll(() => house.db.close());

const one = async <T>(text: string, values: unknown[]): Promise<T> => (await house.db.pool.query(text, values)).rows[0];
const statusOf = async (id: string) =>
  (await one<{ status: string }>('select status from appointments where id = $1', [id])).status;
const verdictOf = (id: string) => one('select verdict, cause from missed_visits where appointment_id = $1', [id]);
const refusal = (rule: string) => ({ refusal: { rule } });

/** Three missed clinics on three days: the third pauses booking online. */
async function threeTimes(seen = 1) {
  const { person, at } = await personIn(house);
  const clinics = [];
  for (const inDays of [1, 2, 3]) clinics.push(await clinicFor(house, person, { inDays, seen }));
  const after = clinics[2]?.after ?? new Date();
  await judgeVisits(workerAt(house, after));
  return { person, ctx: at(after), clinics, after };
}

/** A booking a week on, as it would be made at `ctx`'s moment. */
async function bookNextWeek(ctx: Awaited<ReturnType<typeof threeTimes>>['ctx'], facility = house.facility) {
  const day = addDays(regionDay(ctx.clock.now()), 7);
  const { sessionId } = await mintSession(house.db, facility, { startsAt: regionInstant(day, '09:00') });
  const { facilityId } = facility;
  return book(ctx, { key: newKey(), facilityId, sessionId, residentId: ctx.actor.residentId });
}

describe('a visit to which nobody checked in', () => {
  it('counts with its evidence once the session is over, and the person is told; a second run finds nothing', async () => {
    const { person, at } = await personIn(house);
    const clinic = await clinicFor(house, person, { seen: 2 });
    const early = new Date(clinic.after.getTime() - 2 * 3_600_000);
    await judgeVisits(workerAt(house, early));
    expect(await statusOf(clinic.appointmentId)).toBe('booked');
    const worker = workerAt(house, clinic.after);
    await Promise.all([judgeVisits(worker), judgeVisits(worker)]);
    expect(await statusOf(clinic.appointmentId)).toBe('noshow');
    const [own] = (await listConduct(at(clinic.after))).people;
    expect(own).toMatchObject({ live: 1, pauses: [] });
    expect(own?.strikes).toMatchObject([
      { live: true, evidence: { seen: 2, noticeKind: 'booked', noticeBy: 'sms' }, canAppeal: { can: true } },
    ]);
    const told = await one('select params from notices where resident_id = $1 and kind = $2', [
      ...[person.residentId, 'visit-missed'],
    ]);
    expect(told).toMatchObject({ params: { count: 1, limit: 3 } });
    const audits = await house.db.pool.query('select action from audit_events where subject_id = $1 order by action', [
      clinic.appointmentId,
    ]);
    expect(audits.rows.map((row) => row.action)).toEqual(['booking.book', 'booking.no-show', 'conduct.judge']);
  });

  it('is nothing where nobody was seen, or no message arrived; and somebody who checked in is never struck', async () => {
    const { person } = await personIn(house);
    const empty = await clinicFor(house, person, { seen: 0 });
    const silent = await clinicFor(house, (await personIn(house)).person, { told: false });
    const came = await clinicFor(house, (await personIn(house)).person);
    await house.db.pool.query(`update appointments set status = 'arrived' where id = $1`, [came.appointmentId]);
    await judgeVisits(workerAt(house, empty.after));
    expect(await verdictOf(empty.appointmentId)).toEqual({ verdict: 'unproven', cause: 'nobody-seen' });
    expect(await verdictOf(silent.appointmentId)).toEqual({ verdict: 'unproven', cause: 'not-told' });
    expect(await verdictOf(came.appointmentId)).toBeUndefined();
    expect([await statusOf(empty.appointmentId), await statusOf(came.appointmentId)]).toEqual(['booked', 'arrived']);
  });
});

describe('three missed visits', () => {
  it('pause booking online everywhere until a stated day, while staff may still book for the person', async () => {
    const { ctx, person, after } = await threeTimes();
    const until = new Date(after.getTime() + 90 * 86_400_000);
    const paused = { refusal: { rule: 'pause-province', params: { strikes: 3 }, nextAt: until } };
    await expect(bookNextWeek(ctx)).rejects.toMatchObject(paused);
    await expect(bookNextWeek(ctx, await mintFacility(house.db))).rejects.toMatchObject(paused);
    expect((await listConduct(ctx)).people[0]).toMatchObject({
      live: 3,
      pauses: [{ scope: 'province', endsAt: until }],
    });
    const desk = testContext(house.db, staffActor(house.facilityId, 'desk'), { clock: ctx.clock, channel: 'desk' });
    const session = await mintSession(house.db, house.facility, { startsAt: new Date(after.getTime() + 86_400_000) });
    const wish = { ...session, residentId: person.residentId, accountId: 'desk', key: newKey(), bodyHash: 'x' };
    const plain = { windowStart: null, pools: ['public'], replaces: null, today: regionDay(after) };
    expect(await makeBooking(desk, { ...wish, ...plain })).toHaveProperty('appointmentId');
  });

  it('judged at the same moment make one pause', async () => {
    const { person } = await personIn(house);
    const clinics = [];
    for (const inDays of [1, 2, 3, 4]) clinics.push(await clinicFor(house, person, { inDays }));
    const worker = workerAt(house, clinics[3]?.after ?? new Date());
    const { facilityId } = house;
    await Promise.all(clinics.map(({ appointmentId }) => judgeVisit(worker, { facilityId, appointmentId })));
    const bans = await house.db.pool.query('select strikes_max from booking_bans where resident_id = $1', [
      person.residentId,
    ]);
    expect(bans.rows).toHaveLength(1);
  });

  it('end with the pause when an appeal is granted: by the area’s official, once, with a reason', async () => {
    const { ctx, person, clinics, after } = await threeTimes();
    const wish = {
      residentId: person.residentId,
      appointmentId: clinics[1]?.appointmentId ?? '',
      reason: '当天住院了',
    };
    const mine = await appealStrike(ctx, wish);
    expect(mine.people[0]?.strikes[1]?.appeal).toMatchObject({ status: 'open', reason: '当天住院了' });
    await expect(appealStrike(ctx, wish)).rejects.toMatchObject(refusal('appealed-already'));
    const stranger = (await personIn(house)).at(after);
    await expect(appealStrike(stranger, wish)).rejects.toMatchObject(refusal('strike-not-found'));

    const official = officialOf(house, after);
    const [appeal] = (await listAppeals(official, { decided: false })).appeals;
    expect(appeal).toMatchObject({ residentName: '测**民', live: 3, evidence: { seen: 1 } });
    expect(appeal?.dueAt).toEqual(new Date(after.getTime() + 15 * 86_400_000));
    const decision = { residentId: person.residentId, appealId: appeal?.id ?? '', grant: true, answer: '住院证明属实' };
    await expect(decideAppeal(officialOf(house, after, true), decision)).rejects.toMatchObject(
      refusal('appeal-not-found'),
    );
    expect((await decideAppeal(official, decision)).appeals).toEqual([]);
    await expect(decideAppeal(official, decision)).rejects.toMatchObject(refusal('appeal-decided'));

    const [own] = (await listConduct(ctx)).people;
    expect(own).toMatchObject({ live: 2, pauses: [] });
    expect(own?.strikes[1]).toMatchObject({
      liftedCause: 'appeal',
      appeal: { status: 'granted', answer: '住院证明属实' },
    });
    expect(await bookNextWeek(ctx)).toMatchObject({ status: 'booked' });
    const read = await one<{ n: number }>(
      `select count(*) as n from access_events where resident_id = $1 and what = 'appeal'`,
      [person.residentId],
    );
    expect(read.n).toBe(1);
  });

  it('stay when it is refused, and the person reads why', async () => {
    const { ctx, person, clinics, after } = await threeTimes();
    await appealStrike(ctx, {
      ...{ residentId: person.residentId, appointmentId: clinics[0]?.appointmentId ?? '', reason: '我忘记了这件事' },
    });
    const official = officialOf(house, after);
    const appeal = (await listAppeals(official, { decided: false })).appeals.find(
      (row) => row.residentId === person.residentId,
    );
    const no = { residentId: person.residentId, appealId: appeal?.id ?? '', grant: false, answer: '没有说明理由' };
    await decideAppeal(official, no);
    expect((await listConduct(ctx)).people[0]).toMatchObject({ live: 3, pauses: [{}] });
    await expect(bookNextWeek(ctx)).rejects.toMatchObject(refusal('pause-province'));
  });
});
