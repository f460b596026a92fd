import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  contraceptiveBatches,
  contraceptiveMovements,
  contraceptiveServices,
  fertilityRegistrations,
  planningFollowUps,
  preconceptionChecks,
} from '#db/schema/family-planning.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { regionInstant } from '../../kernel/clock.ts';
import { testContext } from '../../kernel/test-context.ts';
import { appRouter } from '../../root.ts';
import { createCaller } from '../../trpc.ts';
import { contextOf, mintWorld, type Place } from '../testing/small-province.ts';
import { countPlanning } from './count-planning.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const now = regionInstant('2031-05-20', '10:00');
const job = () => testContext(db, { kind: 'system', job: 'test' }, { clock: { now: () => now } });
const as = (place: Place) => createCaller(appRouter)({ ...contextOf(db, place), clock: { now: () => now } });
const people = (n: number) => Array.from({ length: n }, () => randomUUID());
const at = (place: Place) => ({ facilityId: 'X', regionPath: place.path });
const worker = { workerId: randomUUID(), workerName: '试' };

async function register(place: Place, ids: string[], registeredOn = '2031-04-10') {
  const rows = ids.map((residentId) => ({
    ...{ residentId, id: randomUUID(), ...at(place), channel: 'desk' as const, rule: '2023-02-15', childOrder: 1 },
    ...{ registeredOn, validUntil: '2036-04-09', registeredAt: now, registeredBy: randomUUID() },
  }));
  await db.orm.insert(fertilityRegistrations).values(rows);
}

async function check(place: Place, ids: string[], startedOn = '2031-04-12') {
  const rows = ids.map((residentId) => ({
    ...{ residentId, id: randomUUID(), ...at(place), coupleId: randomUUID(), part: 'woman' as const },
    ...{ rule: '2013-01-01', startedOn, startedBy: randomUUID() },
  }));
  await db.orm.insert(preconceptionChecks).values(rows);
}

async function follow(
  place: Place,
  ids: string[],
  kind: 'early' | 'outcome',
  state: 'open' | 'done' | 'lost' | 'void',
) {
  const rows = ids.map((residentId) => ({
    ...{ residentId, id: randomUUID(), ...at(place), kind, subjectId: randomUUID(), state },
    ...{ dueFrom: '2031-04-01', dueOn: '2031-04-20' },
  }));
  await db.orm.insert(planningFollowUps).values(rows);
}

async function serve(place: Place, ids: string[], method: string, servedOn = '2031-04-15') {
  const rows = ids.map((residentId) => ({
    ...{ residentId, id: randomUUID(), ...at(place), servedOn, notedAt: now, ...worker, need: 'start' as const },
    ...{ desiredMethod: method, method, eligibilityTable: 'who-5-2019', advice: 'accept', agreed: 'spoken' as const },
  }));
  await db.orm.insert(contraceptiveServices).values(rows);
}

describe('family planning for officials', () => {
  it('counts people by month and region, each share with its whole', async () => {
    const world = await mintWorld(db);
    const [east, west] = world.counties;
    const registered = people(20);
    await register(east, registered);
    await check(east, registered.slice(0, 12));
    await register(west, people(10));
    await follow(east, people(18), 'early', 'done');
    await follow(east, people(6), 'early', 'lost');
    await follow(east, people(9), 'early', 'void');
    await serve(east, people(8), 'copper-iud');
    const often = people(7);
    await serve(west, often, 'condom');
    await serve(west, often, 'condom', '2031-04-30');
    await serve(west, people(9), 'condom', '2031-05-02'); // the running month is not told
    await countPlanning(job());
    await countPlanning(job());

    const seen = await as(world.province).reports.planning();
    expect(seen).toMatchObject({ month: '2031-04', targets: { early: 80, outcome: 55 } });
    expect(seen.total).toMatchObject({
      registered: 30,
      couplesChecked: 12,
      shares: {
        checked: { part: 12, whole: 30, value: 0.4 },
        early: { part: 18, whole: 24, value: 0.75 },
        outcome: { part: 0, whole: 0, value: null },
      },
      served: { 'copper-iud': 8, condom: 7, implant: 0 },
    });
    const counties = await as(world.province).reports.planning({ regionCode: seen.regions[0]?.code });
    expect(counties.regions.map((row) => [row.code, row.figures.registered]).sort()).toEqual(
      [
        [east.code, 20],
        [west.code, 10],
      ].sort(),
    );
    expect(seen.byMonth.map((row) => [row.month, row.figures.registered])).toContainEqual(['2031-03', 0]);
    expect(JSON.stringify(seen)).not.toContain(registered[0]);
  });

  it('hides what is small, and the neighbour that would give it away, for everybody alike', async () => {
    const world = await mintWorld(db);
    const [east, west] = world.counties;
    await register(east, people(3));
    await register(west, people(40));
    await serve(east, people(2), 'implant');
    await follow(west, people(50), 'early', 'done');
    await follow(west, people(2), 'early', 'open');
    await countPlanning(job());
    const city = world.counties[0].path.split('/')[1] as string;
    const seen = await as(world.province).reports.planning({ regionCode: city });
    expect(seen.total.registered).toBe(43);
    expect(seen.regions.map((row) => row.figures.registered)).toEqual([null, null]);
    expect(seen.total.served.implant).toBeNull();
    expect(seen.total.shares.early).toEqual({ part: null, whole: 52, value: null });
    const own = await as(west).reports.planning();
    expect(own.total.registered).toBeNull();
    const { rows } = await db.pool.query('select value from planning_figures where region_code = $1 and measure = $2', [
      west.code,
      'registered',
    ]);
    expect(rows).toEqual([{ value: 40 }]);
  });

  it('counts the places that have to see to their contraceptives, and of the own area alone', async () => {
    const world = await mintWorld(db);
    const [east, west] = world.counties;
    const batch = async (place: Place, facilityId: string, expiresOn: string, onHand: number, went: number) => {
      const key = { facilityId, item: 'condom', lot: randomUUID(), expiresOn };
      await db.orm.insert(contraceptiveBatches).values({ ...key, regionPath: place.path, onHand });
      const gone = { id: randomUUID(), kind: 'issued', quantity: -went, movedAt: now } as const;
      await db.orm.insert(contraceptiveMovements).values({ ...key, ...gone, ...worker });
    };
    const [steady, empty, late] = [randomUUID(), randomUUID(), randomUUID()];
    await batch(east, steady, '2033-01-01', 100, 100); // 41 days are left of the quarter
    await batch(east, empty, '2033-01-01', 40, 100);
    await batch(west, late, '2031-08-18', 100, 1);
    await batch(west, late, '2031-05-19', 5, 1);
    const city = world.counties[0].path.split('/')[1] as string;
    const { stock } = await as(world.province).reports.planning({ regionCode: city });
    expect(stock).toEqual({ places: 3, short: 1, expiring: 1, expired: 1 });
    expect((await as(east).reports.planning()).stock).toEqual({ places: 2, short: 1, expiring: 0, expired: 0 });
  });

  it('shows an official the own area alone', async () => {
    const [world, other] = [await mintWorld(db), await mintWorld(db)];
    await register(other.counties[0], people(9));
    await countPlanning(job());
    await expect(as(world.counties[0]).reports.planning({ regionCode: other.counties[0].code })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const seen = await as(world.counties[0]).reports.planning();
    expect(seen.total.registered).toBe(0);
  });
});
