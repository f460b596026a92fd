import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MintedSession, mintFacility, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { decideOffer } from '../booking/decide-offer.ts';
import { placeByHand } from '../booking/place-by-hand.ts';
import { listOffers } from '../booking/queries.ts';
import { newKey } from '../booking/testing/booking-house.ts';
import { addDays } from '../kernel/clock.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { type StopHouse, stopHouse } from './testing/stop-house.ts';

let db: TestDatabase;
let house: StopHouse;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  house = await stopHouse(db);
});
afterAll(() => db.close());

describe('stopping a department for a week', () => {
  it('with three hundred booked tells each of them once, whatever dies, and offers all there is', {
    timeout: 90_000,
  }, async () => {
    const stopped = await house.week(10, 30);
    await house.fill(stopped);
    const later = await mintSession(db, house.facility, { capacity: 90, startsAt: house.morning(9) });
    const wish = house.wish();
    const preview = await house.desk('manager').stoppages.preview(house.span(wish));
    expect(preview).toMatchObject({ sessions: 10, people: 300, free: 0, arrived: 0, likeNumbers: 90 });
    expect(await house.desk('manager').stoppages.stop(wish)).toMatchObject({
      already: false,
      sessions: 10,
      people: 300,
    });
    expect(await house.statuses(stopped)).toEqual({ suspended: 10 });

    await house.runUntilKilled(wish.id);
    const half = await house.desk('desk').stoppages.report({ id: wish.id });
    expect(half.stoppage.told).toBeGreaterThan(0);
    expect(half.stoppage).toMatchObject({ people: 300, placedAt: null });
    expect(half.people).toHaveLength(half.stoppage.told);

    await Promise.all([house.run(wish.id), house.run(wish.id)]);
    const { stoppage, counts, unplaced } = await house.desk('desk').stoppages.report({ id: wish.id });
    expect(stoppage).toMatchObject({ sessions: 10, people: 300, told: 300 });
    expect(stoppage.placedAt).toBeInstanceOf(Date);
    expect(counts).toMatchObject({ offered: 90, none: 210, placed: 0 });
    expect(unplaced).toBe(210);
    expect(await house.noticesOf(stopped, 'clinic-stopped')).toEqual({ people: 300, most: 1 });
    expect(await house.numbersOf(later)).toEqual({ held: 90 });
    await house.check();
    expect(await house.openAlerts()).toBe(0);
    await house.run(wish.id);
    expect(await house.noticesOf(stopped, 'clinic-stopped')).toEqual({ people: 300, most: 1 });
    expect(await house.desk('manager').stoppages.stop(wish)).toMatchObject({ already: true, sessions: 10 });
    await expect(house.desk('manager').stoppages.stop({ ...wish, to: addDays(wish.to, 1) })).rejects.toThrow(
      'key-reused',
    );
  });

  it('leaves what the hospital keeps, who has checked in, and other departments and days alone', async () => {
    const [own, kept] = [await mintSession(db, house.facility), await mintSession(db, house.facility)];
    await db.pool.query(`update sessions set his_id = 'h1' where id = $1`, [kept.sessionId]);
    const outside = await mintSession(db, house.facility, { startsAt: house.morning(8) });
    const { made } = await house.bookOne(own);
    await house.bookOne(own);
    await db.pool.query(`update appointments set status = 'arrived' where id = $1`, [made.id]);
    const wish = house.wish();
    const preview = await house.desk('scheduler').stoppages.preview(house.span(wish));
    expect(preview).toMatchObject({ sessions: 1, people: 1, arrived: 1, fromHospital: 1 });
    await house.desk('scheduler').stoppages.stop(wish);
    await house.run(wish.id);
    expect(await house.statuses([own])).toEqual({ suspended: 1 });
    expect(await house.statuses([kept, outside])).toEqual({ published: 2 });
    const { rows } = await db.pool.query('select status from appointments where id = $1', [made.id]);
    expect(rows[0].status).toBe('arrived');
  });

  it('publishes nothing on those days, however early they are stopped', async () => {
    const template = await house.template();
    const wish = { ...house.wish(), from: addDays(house.today, 1), to: addDays(house.today, 7) };
    expect(await house.desk('manager').stoppages.preview(house.span(wish))).toMatchObject({ sessions: 0, planned: 1 });
    await house.desk('manager').stoppages.stop(wish);
    const days = await house.publish(template.id);
    expect(days).not.toContain(template.day);
    expect(days).toContain(addDays(template.day, 7));
    const { departmentId: _, ...doctor } = { ...house.wish(), practitionerId: house.facility.practitionerId };
    await expect(house.desk('manager').stoppages.stop(doctor)).rejects.toThrow('nothing-to-stop');
  });

  it('offers another number to those who were waiting on a number that is stopped now too', async () => {
    const [first, next, last] = [
      await house.publicSession(1),
      await house.publicSession(3),
      await house.publicSession(9),
    ];
    const patient = await house.bookOne(first);
    const one = { ...house.wish(), from: first.date, to: first.date };
    await house.desk('manager').stoppages.stop(one);
    await house.run(one.id);
    expect((await listOffers(patient.ctx))[0]).toMatchObject({ status: 'open', date: next.date });
    const two = { ...house.wish(), from: next.date, to: next.date };
    await house.desk('manager').stoppages.stop(two);
    await house.run(two.id);
    expect((await listOffers(patient.ctx)).filter((offer) => offer.status === 'open')).toMatchObject([
      { date: last.date },
    ]);
    await house.check();
    expect(await house.openAlerts()).toBe(0);
  });

  it('is for the scheduler and the manager of that hospital, within a month', async () => {
    const session = await mintSession(db, house.facility);
    await expect(house.desk('desk').stoppages.stop(house.wish())).rejects.toThrow('role-needed');
    const elsewhere = testContext(db, staffActor((await mintFacility(db)).facilityId, 'manager'));
    await expect(house.as(elsewhere).stoppages.stop(house.wish())).rejects.toThrow('department-not-found');
    const long = { ...house.wish(), to: addDays(house.today, 60) };
    await expect(house.desk('manager').stoppages.stop(long)).rejects.toThrow('stoppage-too-long');
    expect(await house.statuses([session])).toEqual({ published: 1 });
  });
});

describe('those who are left without a number', () => {
  async function oneLeft() {
    const stopped = await mintSession(db, house.facility, { capacity: 1 });
    const patient = await house.bookOne(stopped);
    const wish = { ...house.wish(), from: stopped.date, to: stopped.date };
    await house.desk('manager').stoppages.stop(wish);
    await house.run(wish.id);
    const later = await mintSession(db, house.facility, { capacity: 2, startsAt: house.morning(6), pool: 'desk' });
    return { wish, patient, later, appointmentId: patient.made.id };
  }

  it('are called, and placed by hand with a number of the desk’s share', async () => {
    const { wish, patient, later, appointmentId } = await oneLeft();
    const desk = house.desk('desk');
    expect((await desk.stoppages.report({ id: wish.id })).unplaced).toBe(1);
    await desk.stoppages.recordCall({ appointmentId, outcome: 'no-answer' });
    const { person, choices } = await desk.stoppages.person({ appointmentId });
    expect(person).toMatchObject({ outcome: 'none', calls: 1, lastCall: 'no-answer' });
    expect(choices).toMatchObject([{ sessionId: later.sessionId, free: 2 }]);
    const key = newKey();
    const made = await desk.stoppages.place({ key, appointmentId, sessionId: later.sessionId });
    expect(await desk.stoppages.place({ key, appointmentId, sessionId: later.sessionId })).toEqual(made);
    expect((await desk.stoppages.report({ id: wish.id })).counts).toMatchObject({ placed: 1, none: 0 });
    expect(await house.numbersOf(later)).toEqual({ booked: 1, free: 1 });
    const told = await db.pool.query(`select count(*) as n from notices where resident_id = $1 and kind = 'booked'`, [
      patient.residentId,
    ]);
    expect(told.rows[0].n).toBe(2);
  });

  it('are placed once, though two colleagues and their own tap come together', async () => {
    const { patient, appointmentId } = await oneLeft();
    const [a, b] = [await house.publicSession(4), await house.publicSession(5)];
    await house.offerAgain(appointmentId);
    const [offer] = await listOffers(patient.ctx);
    const place = (session: MintedSession) =>
      placeByHand(house.staff('desk'), {
        ...{ key: newKey(), appointmentId, sessionId: session.sessionId, windowStart: null },
      });
    const outcomes = await Promise.allSettled([
      ...[place(a), place(b)],
      decideOffer(patient.ctx, { facilityId: house.facilityId, offerId: offer?.id ?? randomUUID(), accept: true }),
    ]);
    expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    const { rows } = await db.pool.query(
      `select count(*) as n from appointments where replaces = $1 and status = 'booked'`,
      [appointmentId],
    );
    expect(rows[0].n).toBe(1);
    await house.check();
    expect(await house.openAlerts()).toBe(0);
  });

  it('may give up; and every look at the whole telephone number is seen by the resident', async () => {
    const { wish, patient, appointmentId } = await oneLeft();
    const desk = house.desk('desk');
    const sealed = house.staff('desk').sealing.seal('13812345678');
    await db.pool.query('update residents set phone_sealed = $2 where id = $1', [patient.residentId, sealed]);
    expect(await desk.stoppages.phone({ appointmentId })).toEqual({ phone: '13812345678' });
    const { rows } = await db.pool.query(`select reason from access_events where resident_id = $1 and what = 'phone'`, [
      patient.residentId,
    ]);
    expect(rows).toEqual([{ reason: 'clinic-stopped' }]);
    await desk.stoppages.recordCall({ appointmentId, outcome: 'gives-up' });
    const report = await desk.stoppages.report({ id: wish.id });
    expect(report).toMatchObject({ unplaced: 0, counts: { 'gives-up': 1 } });
    const elsewhere = house.as(testContext(db, staffActor((await mintFacility(db)).facilityId, 'desk')));
    await expect(elsewhere.stoppages.phone({ appointmentId })).rejects.toThrow('appointment-not-found');
    await expect(elsewhere.stoppages.report({ id: wish.id })).rejects.toThrow('stoppage-not-found');
    await expect(house.desk('doctor').stoppages.phone({ appointmentId })).rejects.toThrow('role-needed');
  });
});
