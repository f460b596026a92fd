import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type MintedFacility,
  mintFacility,
  mintPractitioner,
  mintResident,
  mintSession,
  type SessionWishes,
} from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { regionDay } from '../kernel/clock.ts';
import { staffActor, systemActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import { changeSession } from './change-session.ts';
import { issueExtraTicket } from './issue-extra-ticket.ts';
import { browse, getSession } from './queries/browse.ts';
import { getConsoleSession, listFacilitySessions, listStaff } from './queries/console.ts';
import { suspendSession } from './suspend-session.ts';

let db: TestDatabase;
let facility: MintedFacility;
const keeper = (f = facility) => testContext(db, staffActor(f.facilityId, 'scheduler'));
const refusal = (rule: string) => ({ refusal: { rule } });
const today = regionDay(new Date());

beforeAll(async () => {
  db = await openTestDatabase();
  facility = await mintFacility(db);
});
afterAll(() => db.close());

/** Takes the lowest free numbers as bookings of a minted person, as the booking room would. */
async function take(sessionId: string, count: number) {
  const person = await mintResident(db);
  await db.pool.query(
    `with t as (update tickets set status = 'booked', taken_by = 'platform' where (facility_id, session_id, number) in (
         select facility_id, session_id, number from tickets where facility_id = $1 and session_id = $2 and status = 'free' order by number limit $3)
       returning number)
     insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel, status, code, fee_fen, cancel_by)
     select $1, gen_random_uuid(), $2, number, $4, $5, 'web', 'booked', left(gen_random_uuid()::text, 8), 1000, now() from t`,
    [facility.facilityId, sessionId, count, person.residentId, person.accountId],
  );
  return person;
}
const suspend = (sessionId: string, ctx = keeper()) =>
  transact(db, (tx) => suspendSession(tx, ctx, { facilityId: facility.facilityId, sessionId, reason: '医生外出会诊' }));
const audits = async (sessionId: string) =>
  (
    await db.pool.query(
      'select action, detail from audit_events where facility_id = $1 and subject_id = $2 order by id',
      [facility.facilityId, sessionId],
    )
  ).rows;
const mint = async (wishes: SessionWishes = {}) => (await mintSession(db, facility, wishes)).sessionId;
const total = (ledger: Record<string, number>) => Object.values(ledger).reduce((a, b) => a + b, 0);

describe('browsing', () => {
  test('shows coming sessions with what anyone can still take, stopped ones too, drafts never', async () => {
    const f = await mintFacility(db);
    const open = await mintSession(db, f, { capacity: 3 });
    const desk = await mintSession(db, f, { capacity: 2, pool: 'desk' });
    const stopped = await mintSession(db, f, { status: 'suspended' });
    await mintSession(db, f, { status: 'draft' });
    const ctx = testContext(db, systemActor());
    const { sessions } = await browse(ctx, { departmentId: f.departmentId, days: 7 });
    expect(new Map(sessions.map((s) => [s.id, [s.state, s.free]]))).toEqual(
      new Map([
        [open.sessionId, ['open', 3]],
        [desk.sessionId, ['full', 0]],
        [stopped.sessionId, ['stopped', 4]],
      ]),
    );
    expect((await browse(ctx, { practitionerId: f.practitionerId, days: 7 })).sessions).toEqual([]);
    expect((await browse(ctx, { departmentId: f.departmentId, from: '2020-01-01', days: 1 })).sessions).toEqual([]);
  });

  test('a session tells its windows, its place and until when a number can be cancelled', async () => {
    const f = await mintFacility(db);
    const { sessionId, startsAt } = await mintSession(db, f, { capacity: 7 });
    const out = await getSession(testContext(db, systemActor()), { facilityId: f.facilityId, sessionId });
    expect(out).toMatchObject({ place: '门诊楼2层', cancelBy: new Date(startsAt.getTime() - 120 * 60_000) });
    expect(out.windows.map((w) => w.free).reduce((a, b) => a + b)).toBe(7);
    expect(out.windows[0]).toMatchObject({ start: startsAt, firstNumber: 1 });
    await expect(
      getSession(testContext(db, systemActor()), { facilityId: facility.facilityId, sessionId }),
    ).rejects.toMatchObject(refusal('session-not-found'));
  });

  test('numbers whose window is over are not offered', async () => {
    const f = await mintFacility(db);
    const startsAt = new Date(Date.now() - 3_600_000);
    const { sessionId } = await mintSession(db, f, {
      capacity: 4,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 4 * 3_600_000),
      windowMinutes: 60,
    });
    const { session } = await getSession(testContext(db, systemActor()), { facilityId: f.facilityId, sessionId });
    expect(session.free).toBe(3);
  });
});

describe('stopping a clinic', () => {
  test('suspends the free numbers, counts those held, keeps the ledger; repeating changes nothing', async () => {
    const sessionId = await mint({ capacity: 5 });
    await take(sessionId, 2);
    expect(await suspend(sessionId)).toEqual({ already: false, active: 2 });
    expect(await suspend(sessionId)).toEqual({ already: true, active: 2 });
    const session = await getConsoleSession(keeper(), facility.facilityId, sessionId);
    expect(session).toMatchObject({
      status: 'suspended',
      state: 'stopped',
      suspendReason: '医生外出会诊',
      ledger: { booked: 2, suspended: 3, free: 0 },
    });
    expect(total(session.ledger)).toBe(session.released);
    expect(await audits(sessionId)).toMatchObject([
      { action: 'schedules.suspend', detail: { active: 2, suspended: 3 } },
    ]);
  });

  test('only the facility’s schedulers, managers and system', async () => {
    const sessionId = await mint();
    await expect(suspend(sessionId, testContext(db, staffActor(facility.facilityId, 'desk')))).rejects.toMatchObject(
      refusal('role-needed'),
    );
    await expect(suspend(sessionId, keeper(await mintFacility(db)))).rejects.toMatchObject(
      refusal('session-not-found'),
    );
    await transact(db, (tx) =>
      suspendSession(tx, testContext(db, { kind: 'his', facilityId: facility.facilityId }), {
        facilityId: facility.facilityId,
        sessionId,
        reason: '-',
      }),
    );
    expect((await audits(sessionId)).map((a) => a.action)).toEqual(['schedules.suspend']);
  });
});

describe('one-off changes', () => {
  const change = (sessionId: string, rest: object, ctx = keeper()) =>
    changeSession(ctx, { sessionId, reason: '临时调整', ...rest });

  test('fee and more numbers: the new ones follow the last, the ledger holds, an audit row says before and after', async () => {
    const sessionId = await mint({ capacity: 4 });
    const { session } = await change(sessionId, { feeFen: 1500, capacity: 6 });
    expect(session).toMatchObject({ feeFen: 1500, released: 6, ledger: { free: 6 } });
    await change(sessionId, { feeFen: 1500, capacity: 6 });
    expect(await audits(sessionId)).toMatchObject([
      {
        action: 'schedules.change-session',
        detail: { feeFen: { before: 1000, after: 1500 }, capacity: { before: 4, after: 6 }, reason: '临时调整' },
      },
    ]);
  });

  test('fewer numbers: only free ones from the end, and they come back first', async () => {
    const sessionId = await mint({ capacity: 4 });
    await take(sessionId, 2);
    const { session } = await change(sessionId, { capacity: 2 });
    expect(session).toMatchObject({ released: 4, ledger: { booked: 2, suspended: 2, free: 0 } });
    await expect(change(sessionId, { capacity: 1 })).rejects.toMatchObject({
      refusal: { rule: 'capacity-below-taken', params: { least: 2 } },
    });
    expect((await change(sessionId, { capacity: 5 })).session).toMatchObject({
      released: 5,
      ledger: { booked: 2, suspended: 0, free: 3 },
    });
  });

  test('times only while nobody holds a number; the windows move along', async () => {
    const sessionId = await mint({ capacity: 2 });
    const { session } = await change(sessionId, { startsAt: '13:00', endsAt: '15:00' });
    expect(session.endsAt.getTime() - session.startsAt.getTime()).toBe(2 * 3_600_000);
    const windows = await getSession(keeper(), { facilityId: facility.facilityId, sessionId });
    expect(windows.windows[0]!.start).toEqual(session.startsAt);
    await take(sessionId, 1);
    await expect(change(sessionId, { startsAt: '13:30' })).rejects.toMatchObject({
      refusal: { rule: 'session-has-bookings', params: { taken: 1 } },
    });
  });

  test('another doctor of like grade takes over, and those who booked are told; a lower grade is refused', async () => {
    const f = await mintFacility(db);
    facility = f;
    const { sessionId } = await mintSession(db, f, { numberType: 'expert' });
    const person = await take(sessionId, 1);
    const lower = await mintPractitioner(db, f, '主治医师');
    const equal = await mintPractitioner(db, f, '主任医师');
    await expect(change(sessionId, { practitionerId: lower })).rejects.toMatchObject(refusal('substitute-grade'));
    await expect(change(sessionId, { practitionerId: 'nobody' })).rejects.toMatchObject(refusal('doctor-not-found'));
    expect(await change(sessionId, { practitionerId: equal })).toMatchObject({
      told: 1,
      session: { practitionerId: equal },
    });
    const { rows } = await db.pool.query('select kind, params from notices where resident_id = $1', [
      person.residentId,
    ]);
    expect(rows).toMatchObject([{ kind: 'doctor-changed', params: { before: '周明' } }]);
    expect(
      (
        await db.pool.query(`select 1 from graphile_worker._private_jobs where payload ->> 'residentId' = $1`, [
          person.residentId,
        ])
      ).rowCount,
    ).toBe(1);
  });

  test('not a stopped one, not one kept by the hospital, not another facility’s, not without the role', async () => {
    const stopped = await mint({ status: 'suspended' });
    await expect(change(stopped, { feeFen: 1 })).rejects.toMatchObject(refusal('stopped'));
    const kept = await mint();
    await db.pool.query(`update sessions set his_id = 'S1' where id = $1`, [kept]);
    await expect(change(kept, { feeFen: 1 })).rejects.toMatchObject(refusal('session-owned-by-hospital'));
    await expect(change(kept, { feeFen: 1 }, keeper(await mintFacility(db)))).rejects.toMatchObject(
      refusal('session-not-found'),
    );
    await expect(
      change(kept, { feeFen: 1 }, testContext(db, staffActor(facility.facilityId, 'desk'))),
    ).rejects.toMatchObject(refusal('role-needed'));
  });
});

test('加号: extra numbers up to the cap, even when many ask at once', async () => {
  const sessionId = await mint({ capacity: 1 });
  const issue = () =>
    transact(db, async (tx) => {
      const made = await issueExtraTicket(tx, keeper(), { facilityId: facility.facilityId, sessionId });
      await tx.client.query(`update tickets set status = 'booked' where session_id = $1 and number = $2`, [
        sessionId,
        made.number,
      ]);
      return made.number;
    });
  const ends = await Promise.allSettled(Array.from({ length: 8 }, issue));
  expect(ends.flatMap((e) => (e.status === 'fulfilled' ? [e.value] : [])).sort()).toEqual([2, 3, 4]);
  for (const e of ends)
    if (e.status === 'rejected')
      expect(e.reason).toMatchObject({ refusal: { rule: 'extra-limit', params: { limit: 3 } } });
  const session = await getConsoleSession(keeper(), facility.facilityId, sessionId);
  expect(total(session.ledger)).toBe(session.released);
  expect(session.pools.extra.total).toBe(3);
  await db.pool.query(`update tickets set status = 'free' where session_id = $1 and number = 3`, [sessionId]);
  expect(await issue()).toBe(3);
});

test('the console lists its own facility only, and the directory its own doctors', async () => {
  const mine = await mintFacility(db);
  await mintSession(db, mine);
  await mintSession(db, await mintFacility(db));
  const ctx = testContext(db, staffActor(mine.facilityId, 'desk'));
  const { sessions } = await listFacilitySessions(ctx, mine.facilityId, { from: today, days: 7 });
  expect(sessions.map((s) => s.facilityId)).toEqual([mine.facilityId]);
  const staff = await listStaff(ctx, mine.facilityId, today);
  expect(staff.departments).toMatchObject([{ id: mine.departmentId, practitioners: [{ id: mine.practitionerId }] }]);
});
