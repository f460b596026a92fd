import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancel } from '../booking/cancel.ts';
import { decideOffer } from '../booking/decide-offer.ts';
import { replaceOffer } from '../booking/replace-offer.ts';
import { pullHospital } from './pull.ts';
import { tellPending } from './tell.ts';
import { type House, openHouse, type TestHospital } from './testing/hospital-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse([{}]);
  await pull();
});
afterAll(() => house.close());

const hospital = () => house.hospitals[0] as TestHospital;
const pull = () => pullHospital(house.services, hospital().facilityId);
const tell = () => tellPending(house.services, hospital().facilityId);
const ticket = async (hisId: string) => (await house.tickets(hospital())).find((t) => t.his_id === hisId);

type Offered = { id: string; status: string; his_id: string; session_id: string; number: number };
const offersFor = async (residentId: string): Promise<Offered[]> => {
  const { rows } = await house.db.pool.query<Offered>(
    `select o.id, o.status, t.his_id, t.session_id, t.number from offers o join tickets t on t.facility_id = o.facility_id
       and t.session_id = o.session_id and t.number = o.ticket_number where o.resident_id = $1 order by o.created_at, o.id`,
    [residentId],
  );
  return rows;
};

/** A booking whose number the window had given away, and the offer that followed. */
async function lostAndOffered() {
  const booked = await house.book(hospital());
  await house.control(hospital(), { take: { slot: (await house.ticketOf(booked.made.id)).his_id } });
  await tell();
  const [offer] = await offersFor(booked.residentId);
  if (!offer) throw new Error('nothing was offered');
  expect(await ticket(offer.his_id)).toMatchObject({ status: 'held', taken_by: 'platform' });
  return { ...booked, offer };
}

describe('a number kept for an offer that the hospital gives away', () => {
  it('is replaced by another, the resident is told, and comes back when the hospital frees it', async () => {
    const { ctx, residentId, offer } = await lostAndOffered();
    await house.control(hospital(), { take: { slot: offer.his_id } });
    await pull();
    expect(await ticket(offer.his_id)).toMatchObject({ status: 'booked', taken_by: 'hospital' });
    await house.work();
    const [old, next, ...more] = await offersFor(residentId);
    expect(more).toEqual([]);
    expect([old?.status, next?.status]).toEqual(['lapsed', 'open']);
    expect(next?.his_id).not.toBe(offer.his_id);
    expect(await ticket(next?.his_id ?? '')).toMatchObject({ status: 'held', taken_by: 'platform' });
    expect(await house.notices(residentId)).toEqual(['booked', 'ticket-lost', 'ticket-lost']);
    const { rows: audits } = await house.db.pool.query(
      `select 1 from audit_events where facility_id = $1 and action = 'booking.withdraw-offer'`,
      [hospital().facilityId],
    );
    expect(audits).toHaveLength(1);
    const { facilityId } = hospital();
    await expect(decideOffer(ctx, { facilityId, offerId: offer.id, accept: true })).rejects.toThrow('offer-decided');

    await house.control(hospital(), { free: { slot: offer.his_id } });
    await pull();
    expect(await ticket(offer.his_id)).toMatchObject({ status: 'free', taken_by: null });
  });

  it('stays taken when the resident answers before the job runs', async () => {
    const { ctx, residentId, offer } = await lostAndOffered();
    await house.control(hospital(), { take: { slot: offer.his_id } });
    await pull();
    const { facilityId } = hospital();
    await expect(decideOffer(ctx, { facilityId, offerId: offer.id, accept: true })).rejects.toThrow('offer-lapsed');
    await decideOffer(ctx, { facilityId, offerId: offer.id, accept: false });
    expect(await ticket(offer.his_id)).toMatchObject({ status: 'booked', taken_by: 'hospital' });
    const seat = { facilityId, sessionId: offer.session_id, number: offer.number };
    expect(await replaceOffer({ ...ctx, requestId: randomUUID() }, seat)).toEqual({ changed: false });
    expect((await offersFor(residentId)).map((one) => one.status)).toEqual(['declined']);
  });

  it('is left alone while the hospital is still to hear that somebody else has left it', async () => {
    const first = await house.book(hospital(), 1);
    await tell();
    const { his_id } = await house.ticketOf(first.made.id);
    const { facilityId } = hospital();
    await cancel(first.ctx, { facilityId, appointmentId: first.made.id, reason: '' });
    await house.db.pool.query(
      `update tickets set status = 'held', taken_by = 'platform', his_version = null where facility_id = $1 and his_id = $2`,
      [facilityId, his_id],
    );
    await pull();
    expect(await ticket(his_id)).toMatchObject({ status: 'held', taken_by: 'platform' });
  });
});

it('a number that the window took under a booking is not free once that is cancelled untold', async () => {
  const { made, ctx } = await house.book(hospital(), 2);
  const { his_id } = await house.ticketOf(made.id);
  await house.control(hospital(), { take: { slot: his_id } });
  await pull();
  expect(await ticket(his_id)).toMatchObject({ status: 'booked', taken_by: 'platform' });
  await cancel(ctx, { facilityId: hospital().facilityId, appointmentId: made.id, reason: '' });
  await tell();
  expect(await ticket(his_id)).toMatchObject({ status: 'booked', taken_by: 'hospital' });
});
