import { afterAll, beforeAll, expect, it } from 'vitest';
import { mintSession } from '#db/testing/mint.ts';
import { decideOffer } from './decide-offer.ts';
import { listOffers } from './queries.ts';
import { stopSession } from './stop-session.ts';
import { type BookingHouse, bookingHouse } from './testing/booking-house.ts';

let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
});
afterAll(() => house.db.close());

/** A patient whose clinic stopped, with a number of a later one kept for them. */
async function offered() {
  const stopped = await mintSession(house.db, house.facility, { capacity: 1 });
  const startsAt = new Date(stopped.startsAt.getTime() + 86_400_000);
  const later = await mintSession(house.db, house.facility, { capacity: 1, startsAt });
  const patient = await house.patientOf(stopped.sessionId);
  const { facilityId } = house;
  await stopSession(house.staff('manager'), { facilityId, sessionId: stopped.sessionId, reason: '医生外出' });
  const [offer] = await listOffers(patient.ctx);
  if (!offer) throw new Error('nothing was kept');
  const accept = () => decideOffer(patient.ctx, { facilityId, offerId: offer.id, accept: true });
  return { accept, ticket: [facilityId, later.sessionId] as const };
}

/** Others have the kept ticket in hand; `meanwhile` they do something with it, and let go. */
async function inHand<T>(ticket: readonly [string, string], work: () => Promise<T>, meanwhile: string): Promise<T> {
  const client = await house.db.pool.connect();
  try {
    await client.query('begin');
    await client.query('select 1 from tickets where facility_id = $1 and session_id = $2 for update', [...ticket]);
    const working = work();
    working.catch(() => {});
    const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await house.db.pool.query(waits)).rowCount).toBeGreaterThan(0);
    await client.query(meanwhile, [...ticket]);
    await client.query('commit');
    return await working;
  } finally {
    client.release();
  }
}

it('waits for whoever has the kept number in hand, and then takes it', async () => {
  const { accept, ticket } = await offered();
  const untouched = 'select 1 from sessions where facility_id = $1 and id = $2';
  expect(await inHand(ticket, accept, untouched)).toMatchObject({ appointmentId: expect.any(String) });
});

it('has lapsed if the number is gone by then', async () => {
  const { accept, ticket } = await offered();
  const taken = `update tickets set status = 'suspended' where facility_id = $1 and session_id = $2`;
  await expect(inHand(ticket, accept, taken)).rejects.toThrow('offer-lapsed');
});
