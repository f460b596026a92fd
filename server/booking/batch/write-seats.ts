import type { Tx } from '../../kernel/transaction.ts';
import type { Decided } from './settle.ts';

/** By resident: batches of several processes then wait for one another in one order, never in a circle. */
export const inResidentOrder = (bookings: Decided[]): Decided[] =>
  bookings.toSorted((a, b) => (a.request.wish.residentId < b.request.wish.residentId ? -1 : 1));

/** Takes the idempotency keys; gives those bookings whose key nobody took meanwhile. */
export async function takeKeys(tx: Tx, bookings: Decided[]): Promise<Decided[]> {
  const wishes = bookings.map((one) => one.request.wish);
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'batch-take-keys',
    text: `insert into booking_requests (resident_id, account_id, key, body_hash, facility_id, appointment_id, created_at)
           select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::timestamptz[])
           on conflict do nothing returning appointment_id as id`,
    values: [
      wishes.map((w) => w.residentId),
      wishes.map((w) => w.accountId),
      wishes.map((w) => w.key),
      wishes.map((w) => w.bodyHash),
      wishes.map((w) => w.facilityId),
      bookings.map((b) => b.appointmentId),
      bookings.map((b) => b.at.toISOString()),
    ],
  });
  if (rows.length === bookings.length) return bookings;
  const taken = new Set(rows.map((row) => row.id));
  return bookings.filter((one) => taken.has(one.appointmentId));
}

/** Enters each booking in the person's own list. Its constraints refuse a cap or overlap that a race slipped past. */
export async function takeSeats(tx: Tx, bookings: Decided[]): Promise<void> {
  await tx.client.query({
    name: 'batch-take-seats',
    text: `insert into resident_bookings (resident_id, appointment_id, facility_id, session_id, department_id, doctor_key, date,
             window_start, window_end, active, day_seat, open_seat, created_at)
           select resident, appointment, facility, session, department, doctor, day, starts, ends, 1, day_seat, open_seat, made_at
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::date[],
             $8::timestamptz[], $9::timestamptz[], $10::smallint[], $11::smallint[], $12::timestamptz[])
             as x (resident, appointment, facility, session, department, doctor, day, starts, ends, day_seat, open_seat, made_at)`,
    values: [
      bookings.map((b) => b.request.wish.residentId),
      bookings.map((b) => b.appointmentId),
      bookings.map((b) => b.target.facilityId),
      bookings.map((b) => b.target.sessionId),
      bookings.map((b) => b.target.departmentId),
      bookings.map((b) => b.target.practitionerId ?? '-'),
      bookings.map((b) => b.target.date),
      bookings.map((b) => b.claimed.windowStart.toISOString()),
      bookings.map((b) => b.claimed.windowEnd.toISOString()),
      bookings.map((b) => b.seats.daySeat),
      bookings.map((b) => b.seats.openSeat),
      bookings.map((b) => b.at.toISOString()),
    ],
  });
}
