import { afterAll, beforeAll, expect, it } from 'vitest';
import { familyLinks } from '#db/schema/residents.ts';
import { mintFacility, mintSession } from '#db/testing/mint.ts';
import { book } from './book.ts';
import { cancel } from './cancel.ts';
import { getAppointment, listMine } from './queries.ts';
import { type BookingHouse, bookingHouse, newKey } from './testing/booking-house.ts';

let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
});
afterAll(() => house.db.close());

const inDays = (days: number) => ({ startsAt: new Date(Date.now() + days * 86_400_000) });

it('one’s own list: coming and past, of several hospitals, in order of time, the family’s too, nobody else’s', async () => {
  const { db, facility } = house;
  const elsewhere = await mintFacility(db, { name: '另一家医院' });
  const later = await mintSession(db, facility, inDays(6));
  const sooner = await mintSession(db, elsewhere, inDays(2));
  const parent = await house.patientOf(later.sessionId);
  const child = await house.patientOf(later.sessionId);
  const stranger = await house.patientOf(later.sessionId);
  await db.orm
    .insert(familyLinks)
    .values({ residentId: parent.residentId, memberId: child.residentId, relation: 'child', proof: 'id_number' });
  const wish = { key: newKey(), facilityId: elsewhere.facilityId, sessionId: sooner.sessionId };
  const early = await book(parent.ctx, { ...wish, residentId: parent.residentId });

  const coming = await listMine(parent.ctx, 'coming');
  expect(coming.appointments.map((a) => [a.id, a.facilityName, a.residentId])).toEqual([
    [early.id, '另一家医院', parent.residentId],
    ...[parent, child].map((who) => [who.made.id, who.made.facilityName, who.residentId]),
  ]);
  expect(coming.appointments[0]).toMatchObject({ ...early, residentName: parent.name, cancel: { can: true } });
  expect((await listMine(child.ctx, 'coming')).appointments.map((a) => a.id)).toEqual([child.made.id]);
  expect((await listMine(stranger.ctx, 'coming')).appointments.map((a) => a.id)).toEqual([stranger.made.id]);
  await expect(getAppointment(stranger.ctx, early.facilityId, early.id)).rejects.toThrow('appointment-not-found');

  expect((await listMine(parent.ctx, 'past')).appointments).toEqual([]);
  await cancel(parent.ctx, { facilityId: early.facilityId, appointmentId: early.id, reason: '' });
  expect((await listMine(parent.ctx, 'past')).appointments).toMatchObject([{ id: early.id, status: 'cancelled' }]);
  expect((await listMine(parent.ctx, 'coming')).appointments).toHaveLength(2);
});
