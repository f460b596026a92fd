import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residentBookings } from '#db/schema/booking.ts';
import { hisEndpoints, hisRejects } from '#db/schema/his-sync.ts';
import { facilityDays } from '#db/schema/reports.ts';
import { residents } from '#db/schema/residents.ts';
import { mintResident, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { testContext } from '../kernel/test-context.ts';
import { appRouter } from '../root.ts';
import { createCaller } from '../trpc.ts';
import { countFigures } from './count-figures.ts';
import { contextOf, mintWorld, type Place, take } from './testing/small-province.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
const as = (place: Place) => createCaller(appRouter)(contextOf(db, place));

const endpoint = { baseUrl: 'http://127.0.0.1/his', authKind: 'none', state: 'ok' } as const;

describe('figures', () => {
  it('are sums of what the tables hold, by region, with denominators', async () => {
    const world = await mintWorld(db);
    const full = await mintSession(db, world.hospital, { capacity: 2 });
    await take(db, full, 1); // marks both numbers as booked
    await mintSession(db, world.neighbour, { capacity: 5 });
    await mintSession(db, world.neighbour, { capacity: 9, status: 'suspended' });
    await countFigures(testContext(db, { kind: 'system', job: 'test' }));

    const seen = await as(world.province).reports.regionOverview({});
    expect(seen.total).toMatchObject({
      released: 7,
      taken: 2,
      bookingsNext: 1,
      bookingsLast: 0,
      hospitals: 2,
      connected: 0,
    });
    expect(seen.total.wait).toEqual({ medianDays: 1, departments: 2, withoutFree: 1 });
    expect(seen.countedAt).toBeInstanceOf(Date);
    const city = await as(world.province).reports.regionOverview({ regionCode: seen.children[0]?.code ?? '' });
    expect(city.trail.map((place) => place.level)).toEqual([1, 2]);
    const [first, second] = world.counties.map(
      (county) => city.children.find((child) => child.code === county.code)?.figures,
    );
    expect(first).toMatchObject({ released: 2, taken: 2, wait: { medianDays: null, departments: 1, withoutFree: 1 } });
    expect(second).toMatchObject({ released: 5, taken: 0, wait: { medianDays: 1, departments: 1, withoutFree: 0 } });
  });

  it('are counted anew, not added up, and forget days that are gone', async () => {
    const world = await mintWorld(db);
    await mintSession(db, world.hospital, { capacity: 3 });
    const ghost = {
      facilityId: world.hospital.facilityId,
      released: 99,
      taken: 99,
      bookings: 99,
      countedAt: new Date(0),
    };
    await db.orm
      .insert(facilityDays)
      .values({ ...ghost, date: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10) });
    const job = testContext(db, { kind: 'system', job: 'test' });
    await countFigures(job);
    await countFigures(job);
    expect((await as(world.province).reports.regionOverview({})).total).toMatchObject({ released: 3, taken: 0 });
  });

  it('count residents and their coming bookings by where they live, down to the village', async () => {
    const world = await mintWorld(db);
    const session = await mintSession(db, world.hospital);
    const [here, there] = world.counties;
    const book = async (county: Place, active: number) => {
      const person = await mintResident(db);
      await db.orm.update(residents).set({ regionCode: county.code }).where(eq(residents.id, person.residentId));
      const { facilityId, sessionId, startsAt, endsAt, date } = session;
      const what = { facilityId, sessionId, departmentId: world.hospital.departmentId, doctorKey: '-', date };
      const when = { windowStart: startsAt, windowEnd: endsAt, daySeat: 1, openSeat: 1 };
      const appointmentId = randomUUID();
      await db.orm
        .insert(residentBookings)
        .values({ residentId: person.residentId, appointmentId, active, ...what, ...when });
    };
    for (const [county, active] of [
      [here, 1],
      [here, 0],
      [there, 1],
    ] as const)
      await book(county, active);
    await countFigures(testContext(db, { kind: 'system', job: 'test' }));
    const whole = await as(world.province).reports.regionOverview({});
    expect(whole.residence).toEqual({ bookings: 2, residents: 3 });
    expect(whole.children[0]?.residence).toEqual({ bookings: 2, residents: 3 });
    expect((await as(here).reports.regionOverview({})).residence).toEqual({ bookings: 1, residents: 2 });
  });

  it('never leave the official’s area', async () => {
    const world = await mintWorld(db);
    const [mine, other] = world.counties;
    const official = as(mine);
    const own = await official.reports.regionOverview({});
    expect(own.region.code).toBe(mine.code);
    expect(own.trail.map((place) => place.code)).toEqual([mine.code]);
    expect(own.facilities.map((facility) => facility.id)).toEqual([world.hospital.facilityId]);
    for (const code of [other.code, world.province.code, '999999999999']) {
      await expect(official.reports.regionOverview({ regionCode: code })).rejects.toThrow('region-not-found');
    }
    await expect(official.reports.facilityOverview({ facilityId: world.neighbour.facilityId })).rejects.toThrow(
      'facility-not-found',
    );
    await expect(official.reports.facilityOverview({ facilityId: 'X-none' })).rejects.toThrow('facility-not-found');
    expect((await official.reports.facilityOverview({ facilityId: world.hospital.facilityId })).facility.id).toBe(
      world.hospital.facilityId,
    );
  });
});

describe('connections', () => {
  it('show the troubled first, with what waits and what could not be read', async () => {
    const world = await mintWorld(db);
    const session = await mintSession(db, world.neighbour, { capacity: 2 });
    await take(db, session, 1, { hisState: 'pending' });
    const { facilityId } = world.neighbour;
    await db.orm.insert(hisEndpoints).values([
      { ...endpoint, facilityId: world.hospital.facilityId, lastMessageAt: new Date() },
      { ...endpoint, facilityId, state: 'failing', failures: 4, lastError: 'timeout', lastErrorAt: new Date() },
    ]);
    const reject = {
      facilityId,
      resourceType: 'Slot',
      version: '1',
      reason: 'no number',
      body: {},
      firstSeenAt: new Date(),
    };
    await db.orm.insert(hisRejects).values([
      { ...reject, resourceId: 'a' },
      { ...reject, resourceId: 'b', settledAt: new Date() },
    ]);
    const seen = await as(world.province).reports.hisHealth({});
    expect(seen.connections.map((c) => [c.facilityId, c.health])).toEqual([
      [facilityId, 'failing'],
      [world.hospital.facilityId, 'ok'],
    ]);
    expect(seen.connections[0]).toMatchObject({
      backlog: 1,
      rejectsOpen: 1,
      unmatched: 1,
      failures: 4,
      lastError: 'timeout',
    });
    expect(seen).toMatchObject({ hospitals: 2, connected: 2, total: 2, byHealth: { failing: 1, ok: 1 } });
    expect((await as(world.province).reports.hisHealth({ show: 'trouble' })).connections).toHaveLength(1);
    const own = await as(world.counties[0]).reports.hisHealth({});
    expect(own.connections.map((c) => c.facilityId)).toEqual([world.hospital.facilityId]);
    const detail = await as(world.counties[1]).reports.facilityOverview({ facilityId });
    expect(detail.rejects.map((row) => row.resourceId)).toEqual(['a']);
    expect(detail.connection?.health).toBe('failing');
  });
});
