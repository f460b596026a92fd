import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { mintPractitioner, mintResident, mintSession } from '#db/testing/mint.ts';
import { Fault } from '../../kernel/errors.ts';
import { residentActor, testContext } from '../../kernel/test-context.ts';
import { book, wishOf } from '../book.ts';
import { cancel } from '../cancel.ts';
import { getAppointment } from '../queries.ts';
import { reschedule } from '../reschedule.ts';
import { type BookingHouse, bookingHouse, newKey } from '../testing/booking-house.ts';
import { learn, refuseEarly } from './known-sessions.ts';
import type { BatchRequest } from './request.ts';
import { type Outcome, runBatch } from './run-batch.ts';
import { type Memory, WaitingLine } from './waiting-line.ts';

let house: BookingHouse;
/** Another process: the same database by a pool, and so a line, of its own. */
let other: Database;
beforeAll(async () => {
  house = await bookingHouse();
  other = openDatabase({ url: house.db.url, name: 'other', max: 8 });
});
afterAll(async () => {
  await other.pool.end();
  await house.db.close();
});

type Session = { facilityId: string; sessionId: string };
const open = (wishes: Parameters<typeof mintSession>[2] = {}) => mintSession(house.db, house.facility, wishes);
async function person(db: Database = house.db) {
  const minted = await mintResident(house.db);
  return { ...minted, ctx: testContext(db, residentActor(minted)) };
}
type Person = Awaited<ReturnType<typeof person>>;
const people = (count: number, db?: Database) => Promise.all(Array.from({ length: count }, () => person(db)));

function request(
  who: Person,
  session: Session,
  more: { key?: string; windowStart?: Date; code?: string } = {},
): BatchRequest {
  const { facilityId, sessionId } = session;
  const { residentId, ctx } = who;
  const { key = newKey(), windowStart, code = ctx.ids.code() } = more;
  return {
    ctx,
    wish: wishOf(ctx, { key, facilityId, sessionId, residentId, windowStart }),
    appointmentId: ctx.ids.next(),
    code,
  };
}
const said = (outcome: Outcome | undefined) =>
  outcome?.kind === 'made'
    ? outcome.view.ticketNumber
    : outcome?.kind === 'refused'
      ? outcome.fault.refusal.rule
      : outcome?.kind;
const outcomesOf = async (requests: BatchRequest[]) => (await runBatch(requests)).outcomes.map(said);
const count = async (text: string, values: unknown[]) =>
  (await house.db.pool.query(`select count(*) as n from ${text}`, values)).rows[0].n;
const ruleOf = (reason: unknown) => (reason instanceof Fault ? reason.refusal.rule : String(reason));

describe('one batch', () => {
  it('gives each request its own outcome, first come first served', async () => {
    const [a, b, c, d, e] = (await people(5)) as [Person, Person, Person, Person, Person];
    const [two, shut] = [await open({ capacity: 2 }), await open({ status: 'suspended' })];
    const nowhere = { ...two, sessionId: a.residentId };
    const requests = [request(a, two), request(b, shut), request(c, nowhere), request(d, two), request(e, two)];
    expect(await outcomesOf(requests)).toEqual([1, 'stopped', 'session-not-found', 2, 'full']);
    const kept = await house.db.pool.query(
      'select resident_id as id from booking_requests where resident_id = any($1)',
      [[a, b, c, d, e].map((one) => one.residentId)],
    );
    expect(kept.rows.map((row) => row.id).sort()).toEqual([a.residentId, d.residentId].sort()); // refusals leave no key
  });

  it('lets who came first choose, with and without a wished window', async () => {
    const session = await open({ capacity: 4, windowMinutes: 60 });
    const { rows } = await house.db.pool.query(
      'select window_start as at from tickets where session_id = $1 order by number',
      [session.sessionId],
    );
    const late: Date = rows.at(-1).at;
    const [a, b, c, d, e] = (await people(5)) as [Person, Person, Person, Person, Person];
    const first = rows.findIndex((row) => row.at.getTime() === late.getTime()) + 1;
    const requests = [
      request(a, session),
      request(b, session, { windowStart: late }),
      request(c, session),
      request(d, session),
      request(e, session),
    ];
    const got = await outcomesOf(requests);
    expect(got[1]).toBe(first);
    expect([...got.slice(0, 4)].sort()).toEqual([1, 2, 3, 4]);
    expect(got[4]).toBe('full');
    expect(await house.ledger(session.sessionId)).toEqual({ booked: 4 });
  });

  it('answers what reading the appointment answers', async () => {
    const who = await person();
    const [outcome] = (await runBatch([request(who, await open({ practitionerId: house.facility.practitionerId }))]))
      .outcomes;
    const view = outcome?.kind === 'made' ? outcome.view : null;
    expect(await getAppointment(who.ctx, view?.facilityId ?? '', view?.id ?? '')).toEqual(view);
  });

  it('is not failed by one that breaks a constraint: neighbours are booked, it goes alone', async () => {
    const [a, b, c, d] = (await people(4)) as [Person, Person, Person, Person];
    const session = await open({ capacity: 10 });
    const taken = request(a, session);
    await runBatch([taken]);
    const requests = [request(b, session), request(c, session, { code: taken.code }), request(d, session)];
    expect(await outcomesOf(requests)).toEqual([2, 'alone', 3]);
    expect(await house.ledger(session.sessionId)).toEqual({ booked: 3, free: 7 });
  });

  it('of which the connection breaks before the commit keeps nothing and acknowledges nobody', async () => {
    const session = await open({ capacity: 5 });
    const lock = await house.db.pool.connect();
    await lock.query('begin; lock table notices in access exclusive mode'); // the last but one statement waits
    const lost = Promise.allSettled(
      (await people(3, other)).map((who) => book(who.ctx, { ...session, key: newKey(), residentId: who.residentId })),
    );
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and application_name = 'other'`;
    let pids: number[] = [];
    while (pids.length === 0) pids = (await house.db.pool.query(waiting)).rows.map((row) => row.pid);
    await house.db.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [pids]);
    expect((await lost).map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    await lock.query('rollback');
    lock.release();
    expect(await house.ledger(session.sessionId)).toEqual({ free: 5 });
    expect(await count('appointments where session_id = $1', [session.sessionId])).toBe(0);
  });
});

const forgetful: Memory = { learn: () => {}, refuse: () => Promise.resolve(null) };

describe('the line', () => {
  it('tells those who wait for a session that has just sold out, without a batch of theirs, and keeps the others', async () => {
    const [gone, going] = [await open({ capacity: 1 }), await open({ capacity: 3 })];
    const batches: number[] = [];
    const line = new WaitingLine(
      { learn: (learned) => learn(house.db, learned), refuse: ({ ctx, wish }) => refuseEarly(ctx, wish) },
      (requests) => {
        batches.push(requests.length);
        return runBatch(requests);
      },
    );
    expect((await line.join(request(await person(), gone))).kind).toBe('made');
    const rest = (await people(300)).map((who, i) => line.join(request(who, i === 299 ? going : gone)));
    const outcomes = await Promise.all(rest);
    expect(outcomes.at(-1)?.kind).toBe('made');
    const faults = outcomes.slice(0, -1).map((one) => (one.kind === 'refused' ? one.fault.refusal.rule : one.kind));
    expect(new Set(faults)).toEqual(new Set(['full']));
    // at most two batches were under way when it was learned; of those behind them only one was not sent away
    expect(batches.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 200 + 1);
  });

  it('asks at most ten wishes of one person to wait', async () => {
    const who = await person();
    const line = new WaitingLine(forgetful, () => new Promise(() => {}));
    const sessions = await Promise.all(Array.from({ length: 11 }, () => open()));
    for (const session of sessions.slice(0, 10)) void line.join(request(who, session));
    expect(() => line.join(request(who, sessions[10] as Session))).toThrow('busy: too-busy');
    expect(
      () =>
        void line.join(
          request({ ...who, residentId: who.accountId, accountId: 'x', ctx: who.ctx }, sessions[10] as Session),
        ),
    ).toThrow('busy');
  });

  it('refuses with a time to come again when the wait would be too long', async () => {
    const line = new WaitingLine(forgetful, () => new Promise(() => {}));
    const [session, who] = [await open(), await person()];
    const join = (i: number) => {
      const actor = residentActor({ ...who, accountId: `account ${i}` });
      void line.join(request({ ...who, residentId: `resident ${i}`, ctx: testContext(house.db, actor) }, session));
    };
    for (let i = 0; line.expectedWaitMs <= 2000; i += 1) join(i); // nobody is served, and each is taken to cost a millisecond
    expect(() => join(-1)).toThrow('unavailable: too-busy');
    try {
      join(-1);
    } catch (error) {
      expect((error as Fault).refusal.nextAt?.getTime()).toBeGreaterThan(Date.now() + 1000);
    }
  });
});

describe('two processes', () => {
  it('asked the same under one key make one appointment and equal answers', async () => {
    const who = await person();
    const session = await open({ capacity: 5 });
    const input = { ...session, key: newKey(), residentId: who.residentId };
    const contexts = [who.ctx, testContext(other, who.ctx.actor)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => book(contexts[i % 2] as Person['ctx'], input)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await house.ledger(session.sessionId)).toEqual({ booked: 1, free: 4 });
  });

  it('booking, changing and cancelling at once neither wait in a circle nor lose a ticket', async () => {
    const doctors = await Promise.all(Array.from({ length: 4 }, () => mintPractitioner(house.db, house.facility)));
    const start = new Date((await open()).startsAt.getTime() + 24 * 3_600_000);
    const sessions = await Promise.all(
      doctors.map((practitionerId, i) => {
        const startsAt = new Date(start.getTime() + i * 3_600_000);
        return open({ practitionerId, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), capacity: 6 });
      }),
    );
    const crowd = await people(12);
    const at = (i: number) => sessions[i % sessions.length] as Session;
    const deadlocks = async () =>
      (await house.db.pool.query('select deadlocks as n from pg_stat_database where datname = current_database()'))
        .rows[0].n;
    const before = await deadlocks();
    const life = async (who: Person, db: Database, i: number) => {
      const ctx = testContext(db, who.ctx.actor);
      for (let turn = 0; turn < 4; turn += 1) {
        const made = await book(ctx, { ...at(i + turn), key: newKey(), residentId: who.residentId }).catch(ruleOf);
        if (typeof made === 'string') continue;
        const old = { fromFacilityId: made.facilityId, appointmentId: made.id };
        await reschedule(ctx, { ...at(i + turn + 1), ...old, key: newKey() }).catch(ruleOf);
        await cancel(ctx, { facilityId: made.facilityId, appointmentId: made.id, reason: '' }).catch(ruleOf);
      }
    };
    await Promise.all(crowd.flatMap((who, i) => [life(who, house.db, i), life(who, other, i + 2)]));
    expect(await deadlocks()).toBe(before);
    for (const { sessionId } of sessions) {
      const active = await count(`appointments where session_id = $1 and status = 'booked'`, [sessionId]);
      expect(await count('resident_bookings where session_id = $1 and active = 1', [sessionId])).toBe(active);
      expect(await count(`tickets where session_id = $1 and status = 'booked'`, [sessionId])).toBe(active);
    }
  }, 60_000);
});
