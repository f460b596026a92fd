import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { appointments } from '#db/schema/booking.ts';
import { departmentMonths } from '#db/schema/reports.ts';
import { type MintedSession, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { regionInstant } from '../../kernel/clock.ts';
import { testContext } from '../../kernel/test-context.ts';
import { appRouter } from '../../root.ts';
import { createCaller } from '../../trpc.ts';
import { contextOf, mintWorld, type Place, take, type World } from '../testing/small-province.ts';
import { countMonths } from './count-months.ts';
import { isMet, rateOf, type Sums } from './rules.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const now = regionInstant('2031-05-20', '10:00');
const job = () => testContext(db, { kind: 'system', job: 'test' }, { clock: { now: () => now } });
const as = (place: Place) => createCaller(appRouter)({ ...contextOf(db, place), clock: { now: () => now } });

/** A clinic of a past day: `free` numbers were left, the others are taken as `people` says. */
async function clinic(world: World, date: string, free: number, people: Partial<typeof appointments.$inferInsert>[]) {
  const session = await mintSession(db, world.hospital, {
    startsAt: regionInstant(date, '09:00'),
    capacity: free + people.length,
  });
  for (const [i, over] of people.entries()) await one(session, i + 1, over);
  return session;
}
async function one(session: MintedSession, number: number, over: Partial<typeof appointments.$inferInsert>) {
  await take(db, session, number, { status: 'fulfilled', createdAt: regionInstant('2031-05-01', '08:00'), ...over });
  await db.pool.query(`update tickets set status = 'free', taken_by = null where session_id = $1 and number > $2`, [
    session.sessionId,
    number,
  ]);
}
const many = <T>(n: number, what: T): T[] => Array.from({ length: n }, () => what);
const desk = { channel: 'desk', createdAt: regionInstant('2031-05-06', '08:00') } as const;

describe('statistics', () => {
  it('are the rates of what the tables hold, each with part and whole', async () => {
    const world = await mintWorld(db);
    const session = await clinic(world, '2031-05-06', 4, [...many(9, {}), ...many(5, desk), { status: 'noshow' }]);
    await db.pool.query(
      `update tickets set status = 'booked', taken_by = 'hospital' where session_id = $1 and number = 19`,
      [session.sessionId],
    );
    await mintSession(db, world.hospital, { startsAt: regionInstant('2031-05-07', '09:00'), status: 'suspended' });
    await clinic(world, '2031-05-20', 3, []); // today is not over
    await countMonths(job());
    await countMonths(job());
    const seen = await as(world.province).reports.statistics({ until: '2031-05', months: 1 });
    expect(seen.total).toEqual({
      booking: { part: 9, whole: 15, value: 0.6 },
      timed: { part: 9, whole: 9, value: 1 },
      return: { part: 0, whole: 0, value: null },
      unused: { part: 3, whole: 19, value: 3 / 19 },
      stopped: { part: 1, whole: 2, value: 0.5 },
      wait: { part: 45, whole: 9, value: 5 },
    });
    expect(seen.targets.find((t) => t.indicator === 'booking')).toMatchObject({
      ...{ scope: 'tertiary', atLeast: 50, strictly: true, sourceDate: '2015-01-29', met: true },
      rate: { part: 9, whole: 15 },
    });
    expect(seen.targets.find((t) => t.scope === 'dental')).toMatchObject({ met: null });
    expect(seen.countedAt).toEqual(now);
    const earlier = await as(world.province).reports.statistics({ until: '2017-12', months: 1 });
    expect(earlier.targets).toEqual([]); // none was in force yet
  });

  it('count return visits: clinics for them, and those that staff arranged', async () => {
    const world = await mintWorld(db);
    const back = await clinic(world, '2031-05-05', 0, many(6, {}));
    await db.pool.query(`update sessions set number_type = 'return' where id = $1`, [back.sessionId]);
    const other = await clinic(world, '2031-05-06', 0, [...many(5, {}), desk]);
    const { rows } = await db.pool.query<{ id: string; resident: string }>(
      'select id, resident_id as resident from appointments where session_id = $1 and channel = $2 limit 1',
      [other.sessionId, 'web'],
    );
    await db.pool.query(
      `insert into follow_ups (facility_id, id, appointment_id, resident_id, department_id, from_date, to_date, status, booked_id, account_id)
       values ($1, gen_random_uuid(), $2, $3, $4, '2031-05-01', '2031-05-09', 'booked', $2, 'x')`,
      [world.hospital.facilityId, rows[0]?.id, rows[0]?.resident, world.hospital.departmentId],
    );
    await countMonths(job());
    const seen = await as(world.province).reports.statistics({ until: '2031-05', months: 1 });
    expect(seen.total.return).toEqual({ part: 7, whole: 7, value: 1 });
  });

  it('are told by area, facility, department and month, and never leave the official’s area', async () => {
    const world = await mintWorld(db);
    const row = { departmentId: world.hospital.departmentId, facilityId: world.hospital.facilityId, countedAt: now };
    const sums = { clinics: 10, stopped: 1, released: 100, unused: 20, visits: 80, booked: 40, timed: 40 };
    const rest = { returns: 0, returnsBooked: 0, waitDays: 120 };
    for (const month of ['2031-03-01', '2031-04-01', '2030-01-01'])
      await db.orm.insert(departmentMonths).values({ ...row, ...sums, ...rest, month });
    const { reports } = as(world.province);
    const rowsBy = async (by: 'region' | 'facility' | 'department' | 'month') =>
      (await reports.statistics({ until: '2031-04', months: 2, by })).rows.map((r) => [r.key, r.rates.booking?.whole]);
    expect(await rowsBy('facility')).toEqual([[world.hospital.facilityId, 160]]);
    expect(await rowsBy('department')).toEqual([[world.hospital.catalogCode, 160]]);
    expect(await rowsBy('month')).toEqual([
      ['2031-04', 80],
      ['2031-03', 80],
    ]);
    expect(await rowsBy('region')).toEqual([[world.counties[0].path.split('/')[1], 160]]);
    const [mine, other] = world.counties;
    expect((await as(mine).reports.statistics({ until: '2031-04', months: 1 })).total.booking?.whole).toBe(80);
    expect((await as(other).reports.statistics({ until: '2031-04', months: 1 })).rows).toEqual([]);
    await expect(as(mine).reports.statistics({ regionCode: other.code })).rejects.toThrow('region-not-found');
  });

  it('keep the demo’s invented months and say that they are invented', async () => {
    const world = await mintWorld(db);
    await clinic(world, '2031-05-06', 2, many(5, {}));
    await countMonths(job());
    await db.orm
      .update(departmentMonths)
      .set({ sample: true, visits: 999 })
      .where(eq(departmentMonths.facilityId, world.hospital.facilityId));
    await countMonths(job());
    const seen = await as(world.province).reports.statistics({ until: '2031-05', months: 1 });
    expect(seen).toMatchObject({ sample: true, total: { booking: { whole: 999 } } });
  });
});

const sums: Sums = {
  ...{ clinics: 3, stopped: 1, released: 9, unused: 2, visits: 40, booked: 20, timed: 20 },
  ...{ returns: 0, returnsBooked: 0, waitDays: 7 },
};

it.each([
  ['booking', {}, { part: 20, whole: 40, value: 0.5 }],
  ['booking', { booked: 4 }, { part: null, whole: 40, value: null }],
  ['booking', { visits: 3, booked: 3 }, { part: null, whole: null, value: null }],
  ['booking', { visits: 0, booked: 0 }, { part: 0, whole: 0, value: null }],
  ['wait', { booked: 10 }, { part: 7, whole: 10, value: 0.7 }],
  ['wait', { booked: 2 }, { part: null, whole: null, value: null }],
  ['stopped', {}, { part: 1, whole: 3, value: 1 / 3 }],
] as const)('%s of %o hides one to four people and nothing else', (indicator, over, expected) => {
  expect(rateOf(indicator, { ...sums, ...over })).toEqual(expected);
});

it.each([
  [{ atLeast: 50, strictly: true }, 50, 100, false],
  [{ atLeast: 50, strictly: true }, 51, 100, true],
  [{ atLeast: 50, strictly: false }, 50, 100, true],
  [{ atLeast: 50, strictly: false }, 0, 0, null],
  [{ atLeast: 50, strictly: false }, null, 100, null],
])('a target %o against %s of %s is met: %s', (target, part, whole, met) => {
  expect(isMet(target, { part, whole, value: null })).toBe(met);
});
