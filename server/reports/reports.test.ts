import { randomInt, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessEvents } from '#db/schema/access.ts';
import { appointmentSteps, appointments } from '#db/schema/booking.ts';
import { facilities, regions } from '#db/schema/facilities.ts';
import { hisDeliveries, hisEndpoints, hisRejects } from '#db/schema/his-sync.ts';
import { notices } from '#db/schema/notices.ts';
import { facilityDays } from '#db/schema/reports.ts';
import { tickets } from '#db/schema/schedules.ts';
import { type MintedFacility, type MintedSession, mintFacility, mintResident, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { appRouter } from '../root.ts';
import { createCaller } from '../trpc.ts';
import { countFigures } from './count-figures.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

type Place = { code: string; path: string; level: number };
type World = { province: Place; counties: [Place, Place]; hospital: MintedFacility; neighbour: MintedFacility };
const newCode = () => `8${String(randomInt(1e11)).padStart(11, '0')}`;

/** A small province of its own: one city, two counties, a hospital in each. */
async function mintWorld(): Promise<World> {
  const place = async (level: number, parent: Place | null): Promise<Place> => {
    const code = newCode();
    const path = `${parent?.path ?? ''}${code}/`;
    await db.orm.insert(regions).values({ code, parentCode: parent?.code ?? null, level, name: `区划${code}`, path });
    return { code, path, level };
  };
  const province = await place(1, null);
  const city = await place(2, province);
  const counties: [Place, Place] = [await place(3, city), await place(3, city)];
  const hospitalIn = async (county: Place) => {
    const minted = await mintFacility(db);
    await db.orm
      .update(facilities)
      .set({ regionCode: county.code, regionPath: county.path })
      .where(eq(facilities.id, minted.facilityId));
    return minted;
  };
  return { province, counties, hospital: await hospitalIn(counties[0]), neighbour: await hospitalIn(counties[1]) };
}

const officialOf = (place: Place) =>
  ({
    kind: 'official',
    accountId: randomUUID(),
    regionCode: place.code,
    regionPath: place.path,
    level: place.level,
    name: '试',
  }) as const;
const as = (place: Place) => createCaller(appRouter)(testContext(db, officialOf(place)));

async function take(session: MintedSession, number: number, over: Partial<typeof appointments.$inferInsert> = {}) {
  const person = await mintResident(db, '张小丰');
  const id = randomUUID();
  const code = `T${String(randomInt(1e7)).padStart(7, '0')}`;
  await db.orm.insert(appointments).values({
    facilityId: session.facilityId,
    id,
    sessionId: session.sessionId,
    ticketNumber: number,
    residentId: person.residentId,
    accountId: person.accountId,
    channel: 'web',
    status: 'booked',
    code,
    feeFen: 1000,
    cancelBy: session.startsAt,
    ...over,
  });
  await db.orm
    .update(tickets)
    .set({ status: 'booked', takenBy: 'platform' })
    .where(eq(tickets.sessionId, session.sessionId));
  return { id, code, ...person };
}

const endpoint = { baseUrl: 'http://127.0.0.1/his', authKind: 'none', state: 'ok' } as const;

describe('figures', () => {
  it('are sums of what the tables hold, by region, with denominators', async () => {
    const world = await mintWorld();
    const full = await mintSession(db, world.hospital, { capacity: 2 });
    await take(full, 1); // marks both numbers as booked
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
    const world = await mintWorld();
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

  it('never leave the official’s area', async () => {
    const world = await mintWorld();
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
    const world = await mintWorld();
    const session = await mintSession(db, world.neighbour, { capacity: 2 });
    await take(session, 1, { hisState: 'pending' });
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

describe('the trail of one booking', () => {
  let world: World;
  let booking: Awaited<ReturnType<typeof take>>;
  beforeEach(async () => {
    world = await mintWorld();
    const { facilityId } = world.hospital;
    booking = await take(await mintSession(db, world.hospital), 1);
    const at = new Date();
    await db.orm
      .insert(appointmentSteps)
      .values({
        facilityId,
        appointmentId: booking.id,
        seq: 1,
        toStatus: 'booked',
        at,
        actorKind: 'resident',
        actorId: booking.accountId,
      });
    await db.orm
      .insert(hisDeliveries)
      .values({ facilityId, id: randomUUID(), appointmentId: booking.id, kind: 'book', state: 'told', attempts: 2 });
    const notice = { residentId: booking.residentId, kind: 'booked', params: {} };
    await db.orm.insert(notices).values([
      { ...notice, id: randomUUID(), link: `/appointments/${facilityId}/${booking.id}` },
      { ...notice, id: randomUUID(), link: `/appointments/${facilityId}/${randomUUID()}` },
    ]);
  });
  const wish = () =>
    ({
      facilityId: world.hospital.facilityId,
      appointmentId: booking.id,
      reason: 'complaint',
      reference: '12345-7',
    }) as const;
  const readsOf = (residentId: string) =>
    db.orm.select().from(accessEvents).where(eq(accessEvents.residentId, residentId));

  it('is found by its code and told in full, masked, and the reading leaves a row', async () => {
    const official = as(world.counties[0]);
    const { found } = await official.reports.findBooking({ code: ` ${booking.code.toLowerCase()} ` });
    expect(found).toMatchObject([
      { facilityId: world.hospital.facilityId, appointmentId: booking.id, status: 'booked' },
    ]);
    expect(await readsOf(booking.residentId)).toEqual([]);
    const trail = await official.reports.bookingTrail(wish());
    expect(trail.resident).toEqual({ nameMasked: '张*丰', idMasked: '5190**********0000', phoneMasked: '138****0000' });
    expect(JSON.stringify(trail)).not.toMatch(/张小丰/);
    expect(trail.steps).toMatchObject([{ toStatus: 'booked', actorKind: 'resident', actorName: '' }]);
    expect(trail.deliveries).toMatchObject([{ kind: 'book', state: 'told', attempts: 2 }]);
    expect(trail.notices).toMatchObject([{ kind: 'booked', smsState: 'none' }]);
    expect(trail.ticket).toMatchObject({ status: 'booked', takenBy: 'platform' });
    expect(await readsOf(booking.residentId)).toMatchObject([
      { what: 'booking-trail', reason: 'complaint:12345-7', actorKind: 'official' },
    ]);
  });

  it('is not there for the neighbouring county, nor for another facility', async () => {
    const neighbour = as(world.counties[1]);
    expect((await neighbour.reports.findBooking({ code: booking.code })).found).toEqual([]);
    await expect(neighbour.reports.bookingTrail(wish())).rejects.toThrow('appointment-not-found');
    const { facilityId: _, ...own } = wish();
    const elsewhere = createCaller(appRouter)(testContext(db, staffActor(world.neighbour.facilityId, 'manager')));
    await expect(elsewhere.reports.ownBookingTrail(own)).rejects.toThrow('appointment-not-found');
    expect(await readsOf(booking.residentId)).toEqual([]);
  });

  it('is there for the manager of the facility, and for nobody else of its staff', async () => {
    const { facilityId, ...own } = wish();
    const manager = createCaller(appRouter)(testContext(db, staffActor(facilityId, 'manager')));
    expect((await manager.reports.ownBookingTrail(own)).appointment.id).toBe(booking.id);
    expect(await readsOf(booking.residentId)).toMatchObject([{ actorKind: 'staff', facilityId }]);
    const desk = createCaller(appRouter)(testContext(db, staffActor(facilityId, 'desk')));
    await expect(desk.reports.ownBookingTrail(own)).rejects.toThrow('role-needed');
  });
});
