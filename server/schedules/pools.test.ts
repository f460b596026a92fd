import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { staffActor, systemActor, testContext } from '../kernel/test-context.ts';
import { addSession } from './add-session.ts';
import { openPools } from './open-pools.ts';
import { duePools, nextDue, poolTimesOf } from './pool-rules.ts';
import { getSession } from './queries/browse.ts';
import { isResting, restOf } from './rest-rules.ts';
import { defaultRules, poolOf } from './rules.ts';

const at = (time: string) => new Date(`2026-06-${time}:00+08:00`);

describe('kept numbers', () => {
  const session = { date: '2026-06-10', startsAt: at('10T09:00') };
  const quotas = { referral: 2, desk: 1, 'same-day': 1 };
  const times = poolTimesOf(session, quotas, defaultRules);
  it('pass from referrals to townships 72 hours before, to everybody 24 hours before, at times known beforehand', () => {
    expect(times).toEqual({
      referral: at('07T09:00').toISOString(),
      township: at('09T09:00').toISOString(),
      desk: at('10T09:00').toISOString(),
      'same-day': at('10T07:00').toISOString(),
    });
    expect(poolTimesOf(session, {}, defaultRules)).toEqual({});
  });
  test.each([
    ['07T08:59', [], '07T09:00'],
    ['07T09:00', ['referral'], '09T09:00'],
    ['09T09:00', ['referral', 'township'], '10T07:00'],
    ['10T08:00', ['referral', 'township', 'same-day'], '10T09:00'],
    ['10T09:00', ['referral', 'township', 'desk', 'same-day'], null],
  ])('at %s these are due: %j', (now, due, next) => {
    expect(duePools(times, at(now))).toEqual(due);
    expect(nextDue(times, at(now))).toEqual(next && at(next));
  });
  it('are the first, the last, and those before the last', () => {
    const pools = Array.from({ length: 8 }, (_, i) => poolOf(i + 1, 8, quotas));
    expect(pools).toEqual([...['referral', 'referral', 'public', 'public', 'public', 'public', 'same-day', 'desk']]);
  });
});

describe('the rest over night', () => {
  const rules = { nextDayCutoff: '17:00', sameDayTime: '06:30' };
  const rest = restOf('2026-06-10', rules);
  test.each([
    ['09T16:59', false],
    ['09T17:00', true],
    ['10T06:29', true],
    ['10T06:30', false],
  ])('at %s: %s', (now, resting) => expect(isResting(rest ?? {}, at(now))).toBe(resting));
  it('is none without a cut-off', () => expect(restOf('2026-06-10', defaultRules)).toBeNull());
});

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe('opening pools', () => {
  it('moves what is unused when its time comes, once, and shows before when that will be', async () => {
    const f = await mintFacility(db);
    const date = addDays(regionDay(new Date()), 5);
    const id = crypto.randomUUID();
    const plan = { departmentId: f.departmentId, practitionerId: null, halfDay: 'am', numberType: 'ordinary' } as const;
    const size = { feeFen: 600, capacity: 8, quotas: { referral: 2, desk: 1, 'same-day': 1 }, reason: '加班' };
    const scheduler = testContext(db, staffActor(f.facilityId, 'scheduler'));
    await addSession(scheduler, { ...plan, ...size, id, date, startsAt: '09:00', endsAt: '11:00' });
    const shown = await getSession(scheduler, { facilityId: f.facilityId, sessionId: id });
    const startsAt = regionInstant(date, '09:00');
    const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
    expect(shown.kept).toEqual([
      { pool: 'referral', free: 2, opensAt: hoursBefore(72) },
      { pool: 'same-day', free: 1, opensAt: hoursBefore(2) },
      { pool: 'desk', free: 1, opensAt: startsAt },
    ]);
    const run = (now: Date) => openPools(testContext(db, systemActor(), { clock: { now: () => now } }));
    const pools = async () => {
      const { rows } = await db.pool.query(
        `select json_object_agg(pool, n) as pools from (
           select pool, count(*) as n from tickets where session_id = $1 group by pool) t`,
        [id],
      );
      return rows[0].pools;
    };
    expect(await run(hoursBefore(73))).toBe(0);
    expect((await Promise.all([run(hoursBefore(72)), run(hoursBefore(72))])).sort()).toEqual([0, 2]);
    expect(await pools()).toEqual({ township: 2, public: 4, 'same-day': 1, desk: 1 });
    await db.pool.query(`update tickets set status = 'booked' where session_id = $1 and number = 1`, [id]);
    expect(await run(hoursBefore(24))).toBe(1);
    expect(await pools()).toEqual({ township: 1, public: 5, 'same-day': 1, desk: 1 });
    expect(await run(startsAt)).toBe(2);
    expect(await run(startsAt)).toBe(0);
    const audits = await db.pool.query(
      `select detail from audit_events where subject_id = $1 and action = $2 order by at`,
      [...[id, 'schedules.open-pools']],
    );
    expect(audits.rows.map((row) => row.detail)).toEqual([
      { referral: 2 },
      { township: 1 },
      { desk: 1, 'same-day': 1 },
    ]);
  });
});
