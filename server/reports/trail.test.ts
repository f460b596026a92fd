import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessEvents } from '#db/schema/access.ts';
import { appointmentSteps } from '#db/schema/booking.ts';
import { hisDeliveries } from '#db/schema/his-sync.ts';
import { notices } from '#db/schema/notices.ts';
import { mintResident, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { book } from '../booking/book.ts';
import { reschedule } from '../booking/reschedule.ts';
import { residentActor, staffActor, testContext } from '../kernel/test-context.ts';
import { appRouter } from '../root.ts';
import { createCaller } from '../trpc.ts';
import { contextOf, mintWorld, type Place, take, type World } from './testing/small-province.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
const as = (place: Place) => createCaller(appRouter)(contextOf(db, place));

describe('the trail of one booking', () => {
  let world: World;
  let booking: Awaited<ReturnType<typeof take>>;
  beforeEach(async () => {
    world = await mintWorld(db);
    const { facilityId } = world.hospital;
    booking = await take(db, await mintSession(db, world.hospital), 1);
    const at = new Date();
    await db.orm.insert(appointmentSteps).values({
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

  it('names the booking that took its place, wherever that one is', async () => {
    const person = await mintResident(db);
    const ctx = testContext(db, residentActor(person));
    const places = [await mintSession(db, world.hospital), await mintSession(db, world.neighbour)] as const;
    const [first, second] = places.map(({ facilityId, sessionId }) => ({ facilityId, sessionId }));
    const key = () => randomUUID().replaceAll('-', '');
    const old = await book(ctx, { key: key(), ...first!, residentId: person.residentId });
    const from = { appointmentId: old.id, fromFacilityId: old.facilityId };
    const made = await reschedule(ctx, { key: key(), ...second!, ...from });
    const read = { reason: 'complaint', reference: '1' } as const;
    const trail = (a: typeof old) =>
      as(world.province).reports.bookingTrail({ facilityId: a.facilityId, appointmentId: a.id, ...read });
    expect(await trail(old)).toMatchObject({ replaces: null, replacedBy: made.id });
    expect(await trail(made)).toMatchObject({ replaces: old.id, replacedBy: null });
  });

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
