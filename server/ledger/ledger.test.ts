import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEvents } from '#db/schema/audit.ts';
import { ledgerAlerts } from '#db/schema/ledger.ts';
import { type MintedSession, mintFacility, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { cancel } from '../booking/cancel.ts';
import { decideOffer } from '../booking/decide-offer.ts';
import { listOffers } from '../booking/queries.ts';
import { stopSession } from '../booking/stop-session.ts';
import { appRouter } from '../root.ts';
import { createCaller } from '../trpc.ts';
import { getBook } from './queries/book.ts';
import { releaseSession } from './release-session.ts';
import { type LedgerHouse, ledgerHouse } from './testing/ledger-house.ts';

let db: TestDatabase;
let house: LedgerHouse;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  house = await ledgerHouse(db);
});
afterAll(() => db.close());

const openAlerts = () =>
  db.orm
    .select()
    .from(ledgerAlerts)
    .where(and(eq(ledgerAlerts.facilityId, house.facilityId), isNull(ledgerAlerts.releasedAt)));

/** A session of four numbers, two of them booked, and a neighbour of which nothing is wrong. */
async function twoSessions() {
  const drifting = await mintSession(db, house.facility);
  const neighbour = await mintSession(db, house.facility);
  for (const session of [drifting, neighbour]) for (let i = 0; i < 2; i += 1) await house.bookOne(session);
  return { drifting, neighbour };
}

const sql = (text: string) => (s: MintedSession) => db.pool.query(text, [s.sessionId]);
const plants: [string, (s: MintedSession) => Promise<unknown>, object, Record<string, number>][] = [
  [
    'a number that is gone',
    sql('delete from tickets where session_id = $1 and number = 4'),
    { kind: 'count', tickets: 3, released: 4 },
    { booked: 2, free: 1 },
  ],
  [
    'a number that was never released',
    sql(`insert into tickets (facility_id, session_id, number, window_start, window_end)
         select facility_id, session_id, 5, window_start, window_end from tickets where session_id = $1 and number = 4`),
    { kind: 'count', tickets: 5, released: 4 },
    { booked: 2, free: 3 },
  ],
  [
    'a number that is taken by nobody',
    sql(`update tickets set status = 'booked', taken_by = 'platform' where session_id = $1 and number = 3`),
    { kind: 'unheld', number: 3, status: 'booked', wants: null, holders: 0 },
    { booked: 2, suspended: 1, free: 1 },
  ],
  [
    'a number that cools down for ever',
    sql(`update tickets set status = 'quarantined' where session_id = $1 and number = 3`),
    { kind: 'unheld', number: 3, status: 'quarantined', wants: null, holders: 0 },
    { booked: 2, suspended: 1, free: 1 },
  ],
  [
    'a booked number that is on sale',
    sql(`update tickets set status = 'free', taken_by = null where session_id = $1 and number = 2`),
    { kind: 'unbacked', number: 2, status: 'free', wants: 'booked', holders: 1 },
    { booked: 2, free: 2 },
  ],
  [
    'a booked number that the hospital has',
    sql(`update tickets set taken_by = 'hospital' where session_id = $1 and number = 1`),
    { kind: 'unbacked', number: 1, status: 'booked', wants: 'booked', holders: 1 },
    { booked: 2, free: 2 },
  ],
  [
    'a held booking whose number is sold',
    sql(`update appointments set status = 'held' where session_id = $1 and ticket_number = 1`),
    { kind: 'unbacked', number: 1, status: 'booked', wants: 'held', holders: 1 },
    { booked: 1, held: 1, free: 2 },
  ],
];

describe('a drift', () => {
  it.each(plants)(
    '%s: stops selling that session alone until an official releases it',
    async (_, plant, found, after) => {
      const { drifting, neighbour } = await twoSessions();
      await plant(drifting);
      await house.check();
      await house.check(); // finds the open alert and adds none
      const alerts = (await openAlerts()).filter((alert) => alert.releasedAt === null);
      expect(alerts).toMatchObject([{ sessionId: drifting.sessionId, halted: true, findings: [found] }]);
      await expect(house.bookOne(drifting)).rejects.toThrow('halted');
      await expect(house.extraIn(drifting)).rejects.toThrow('halted');
      const { ctx, made } = await house.bookOne(neighbour);
      await expect(house.moveTo(drifting, ctx, made)).rejects.toThrow('halted');

      const which = { facilityId: house.facilityId, sessionId: drifting.sessionId };
      expect(await releaseSession(house.official(), { ...which, reason: '已与医院核对' })).toEqual({
        mended: 1,
        onSale: true,
      });
      expect(await house.numbersOf(drifting)).toEqual(after);
      expect(await house.check()).toMatchObject({ drifting: 0 });
      await expect(releaseSession(house.official(), { ...which, reason: '再来一次' })).rejects.toThrow(
        'ledger-settled',
      );
      expect((await house.bookOne(drifting)).made.status).toBe('booked');
      const trail = await db.orm
        .select()
        .from(auditEvents)
        .where(and(eq(auditEvents.subjectId, drifting.sessionId), eq(auditEvents.subjectType, 'session')));
      expect(trail.map((row) => row.action).sort()).toEqual(['ledger.alert', 'ledger.release']);
    },
  );

  it('keeps a number that was offered from being taken until the release', async () => {
    const stopped = await mintSession(db, house.facility, { capacity: 1 });
    const patient = await house.bookOne(stopped);
    const next = await mintSession(db, house.facility);
    await stopSession(house.staff('manager'), { ...stopped, reason: '医生外出' });
    await db.pool.query('update sessions set released = 9 where id = $1', [next.sessionId]);
    await house.check();
    const [offer] = await listOffers(patient.ctx);
    const take = () =>
      decideOffer(patient.ctx, { facilityId: house.facilityId, offerId: offer?.id ?? '', accept: true });
    await expect(take()).rejects.toThrow('halted');
    await releaseSession(house.official(), { ...next, reason: '核对无误' });
    expect((await take()).appointmentId).not.toBeNull();
  });

  it('of two people on one number waits for people to settle it', async () => {
    const { drifting } = await twoSessions();
    await db.pool.query('drop index appointments_ticket_active');
    await db.pool.query('update appointments set ticket_number = 1 where session_id = $1', [drifting.sessionId]);
    await house.check();
    const which = { facilityId: house.facilityId, sessionId: drifting.sessionId };
    const seen = await getBook(house.official(), which);
    expect(seen.findings).toMatchObject([
      { kind: 'double', number: 1, holders: 2 },
      { kind: 'unheld', number: 2 },
    ]);
    await expect(releaseSession(house.official(), { ...which, reason: '试放' })).rejects.toThrow('ledger-double');
    expect(await house.statusOf(drifting)).toBe('halted');
    await db.pool.query(
      `update appointments set ticket_number = 2 where id = (select max(id::text)::uuid from appointments where session_id = $1)`,
      [drifting.sessionId],
    );
    expect(await releaseSession(house.official(), { ...which, reason: '已改到2号' })).toEqual({
      mended: 0,
      onSale: true,
    });
  });

  it('in a stopped clinic raises the alert, and releasing it does not open the clinic', async () => {
    const stopped = await mintSession(db, house.facility, { status: 'suspended' });
    await db.pool.query('update sessions set released = 9 where id = $1', [stopped.sessionId]);
    await house.check();
    const which = { facilityId: house.facilityId, sessionId: stopped.sessionId };
    expect(await releaseSession(house.official(), { ...which, reason: '核对无误' })).toEqual({
      mended: 1,
      onSale: false,
    });
    expect(await house.statusOf(stopped)).toBe('suspended');
  });
});

describe('what is right', () => {
  it('raises nothing: booked, cancelled, checked in, offered, stopped, taken at the window', async () => {
    const session = await mintSession(db, house.facility, { capacity: 6 });
    const stopped = await mintSession(db, house.facility, { capacity: 2 });
    const [one, two, arrived] = [
      await house.bookOne(session),
      await house.bookOne(session),
      await house.bookOne(session),
    ];
    await house.bookOne(stopped);
    await cancel(one.ctx, { facilityId: house.facilityId, appointmentId: one.made.id, reason: '' });
    await stopSession(house.staff('manager'), { ...stopped, reason: '医生外出' });
    const { sessionId } = session;
    await db.pool.query(`update appointments set status = 'arrived' where id = $1`, [arrived.made.id]);
    await db.pool.query(`update tickets set status = 'used' where session_id = $1 and number = $2`, [
      sessionId,
      arrived.made.ticketNumber,
    ]);
    await db.pool.query(
      `update tickets set status = 'booked', taken_by = 'hospital' where session_id = $1 and number = 6`,
      [sessionId],
    );
    await house.check();
    expect(await openAlerts()).toEqual([]);
    const seen = await getBook(house.official(), { facilityId: house.facilityId, sessionId });
    expect(seen.tickets).toBe(6);
    expect(Object.values(seen.states).reduce((a, b) => a + b, 0)).toBe(6);
    expect(seen.taken).toContainEqual({ by: 'hospital', held: 0, booked: 1, used: 0 });
    expect(seen.taken).toContainEqual({ by: 'web', held: 0, booked: 1, used: 1 });
    expect(seen.findings).toEqual([]);
    expect(seen.moves.map((move) => move.to)).toContain('cancelled');
    expect(two.made.status).toBe('booked');
  });

  it('raises nothing while people book and cancel', async () => {
    const session = await mintSession(db, house.facility, { capacity: 12 });
    let passes = 0;
    let working = true;
    const checks = (async () => {
      while (working) {
        await house.check();
        passes += 1;
      }
    })();
    await Promise.all(
      Array.from({ length: 24 }, async () => {
        const seat = await house.bookOne(session).catch(() => null);
        if (seat) await cancel(seat.ctx, { facilityId: house.facilityId, appointmentId: seat.made.id, reason: '' });
      }),
    );
    working = false;
    await checks;
    expect(passes).toBeGreaterThan(0);
    expect(await openAlerts()).toEqual([]);
    expect(await house.statusOf(session)).toBe('published');
  });
});

describe('who may see and release', () => {
  it('is an official of the area, and staff of the hospital see their own', async () => {
    const { drifting } = await twoSessions();
    await db.pool.query('update sessions set released = 9 where id = $1', [drifting.sessionId]);
    await house.check();
    const which = { facilityId: house.facilityId, sessionId: drifting.sessionId };
    const elsewhere = await mintFacility(db);
    const stranger = house.officialOf(elsewhere);
    await expect(releaseSession(stranger, { ...which, reason: '不是我的' })).rejects.toThrow('session-not-found');
    await expect(getBook(stranger, which)).rejects.toThrow('session-not-found');
    const caller = createCaller(appRouter);
    expect((await caller(stranger).ledger.alerts()).open).toEqual([]);
    await expect(caller(stranger).ledger.day({ facilityId: house.facilityId })).rejects.toThrow('facility-not-found');
    const neighbour = house.staffAt(elsewhere.facilityId, 'desk');
    await expect(caller(neighbour).ledger.ownBook({ sessionId: drifting.sessionId })).rejects.toThrow(
      'session-not-found',
    );
    expect((await caller(house.staff('desk')).ledger.ownBook({ sessionId: drifting.sessionId })).status).toBe('halted');

    const mine = await caller(house.official()).ledger.alerts();
    expect(mine.open.map((alert) => alert.sessionId)).toEqual([drifting.sessionId]);
    expect(mine.checked).toMatchObject({ facilities: 1 });
    const day = await caller(house.official()).ledger.day({ facilityId: house.facilityId, date: drifting.date });
    expect(day.sessions.find((s) => s.sessionId === drifting.sessionId)).toMatchObject({ alert: true, released: 9 });
  });
});
