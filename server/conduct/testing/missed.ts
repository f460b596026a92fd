import { randomUUID } from 'node:crypto';
import { type MintedResident, mintResident, mintSession } from '#db/testing/mint.ts';
import { book } from '../../booking/book.ts';
import { type BookingHouse, newKey } from '../../booking/testing/booking-house.ts';
import { addDays, regionDay, regionInstant } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { residentActor, systemActor, testContext } from '../../kernel/test-context.ts';

export type Clinic = { sessionId: string; appointmentId: string; after: Date };
type Wish = { inDays?: number; seen?: number; told?: boolean; hour?: string };

/**
 * A coming clinic at which `person` has a number and `seen` others check in. `after` is when it may be judged. The
 * message about the booking went out as an SMS unless `told` is false.
 */
export async function clinicFor(house: BookingHouse, person: MintedResident, wish: Wish = {}): Promise<Clinic> {
  const { inDays = 1, seen = 1, told = true, hour = '09:00' } = wish;
  const startsAt = regionInstant(addDays(regionDay(new Date()), inDays), hour);
  const { sessionId, endsAt } = await mintSession(house.db, house.facility, { startsAt, capacity: seen + 1 });
  const ctx = testContext(house.db, residentActor(person));
  const made = await book(ctx, {
    ...{ key: newKey(), facilityId: house.facilityId, sessionId, residentId: person.residentId },
  });
  for (let i = 0; i < seen; i += 1) {
    const other = await house.patientOf(sessionId);
    await house.db.pool.query(`update appointments set status = 'arrived' where id = $1`, [other.made.id]);
  }
  if (told) {
    await house.db.pool.query(`update notices set sms_state = 'sent' where resident_id = $1`, [person.residentId]);
  }
  return { sessionId, appointmentId: made.id, after: new Date(endsAt.getTime() + 3 * 3_600_000) };
}

/** The worker at that moment. */
export const workerAt = (house: BookingHouse, now: Date): Context =>
  testContext(house.db, systemActor('conduct-judge'), { clock: { now: () => now } });

/** An official in charge of the hospital's own area, or of another. */
export function officialOf(house: BookingHouse, now: Date, elsewhere = false) {
  const { regionCode, regionPath } = house.facility;
  const place = elsewhere ? { regionCode: '510000000000', regionPath: '510000000000/' } : { regionCode, regionPath };
  const actor = { kind: 'official' as const, accountId: randomUUID(), level: 3, name: '测试官员', ...place };
  return testContext(house.db, actor, { clock: { now: () => now } });
}

/** Somebody new, with a context at a given moment. */
export async function personIn(house: BookingHouse) {
  const person = await mintResident(house.db);
  return {
    person,
    at: (now: Date) => testContext(house.db, residentActor(person), { clock: { now: () => now } }),
  };
}
