import type { Tx } from '../kernel/transaction.ts';
import type { ActiveBooking } from './rules.ts';

export type Opening = { fresh: boolean; active: ActiveBooking[] };
export type RequestKey = {
  residentId: string;
  accountId: string;
  key: string;
  bodyHash: string;
  facilityId: string;
  appointmentId: string;
};

/**
 * Begins a booking on the resident axis: takes the idempotency key and reads what the person already has.
 * A second request with the same key waits here for the first to end and then finds `fresh` false.
 */
export async function openRequest(tx: Tx, request: RequestKey, now: Date, today: string): Promise<Opening> {
  const { rows } = await tx.client.query<{
    fresh: number;
    active: (Omit<ActiveBooking, 'windowStart' | 'windowEnd'> & { windowStart: string; windowEnd: string })[];
  }>({
    name: 'open-booking-request',
    text: `with request as (
             insert into booking_requests (resident_id, account_id, key, body_hash, facility_id, appointment_id, created_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1
           ), over as (
             update resident_bookings set active = 0 where resident_id = $1 and active = 1 and date < $8
           )
           select (select count(*) from request) as fresh, coalesce((
             select json_agg(json_build_object('appointmentId', b.appointment_id, 'departmentId', b.department_id,
               'doctorKey', b.doctor_key, 'date', b.date, 'windowStart', b.window_start, 'windowEnd', b.window_end,
               'daySeat', b.day_seat, 'openSeat', b.open_seat, 'label', d.name) order by b.window_start)
             from resident_bookings b join departments d on d.id = b.department_id
             where b.resident_id = $1 and b.active = 1 and b.date >= $8), '[]') as active`,
    values: [
      request.residentId,
      request.accountId,
      request.key,
      request.bodyHash,
      request.facilityId,
      request.appointmentId,
      now,
      today,
    ],
  });
  const row = rows[0];
  const active = (row?.active ?? []).map((b) => ({
    ...b,
    windowStart: new Date(b.windowStart),
    windowEnd: new Date(b.windowEnd),
  }));
  return { fresh: row?.fresh === 1, active };
}

/** What an earlier request with this key asked and made. */
export async function findRequest(tx: Tx, residentId: string, accountId: string, key: string) {
  const { rows } = await tx.client.query<{ bodyHash: string; facilityId: string; appointmentId: string }>({
    name: 'find-booking-request',
    text: `select body_hash as "bodyHash", facility_id as "facilityId", appointment_id as "appointmentId"
           from booking_requests where resident_id = $1 and account_id = $2 and key = $3`,
    values: [residentId, accountId, key],
  });
  return rows[0] ?? null;
}

export type Seat = {
  residentId: string;
  appointmentId: string;
  facilityId: string;
  sessionId: string;
  departmentId: string;
  doctorKey: string;
  date: string;
  windowStart: Date;
  windowEnd: Date;
  daySeat: number;
  openSeat: number;
};

/** Enters the booking in the person's own list. Its constraints refuse a cap or overlap that a race slipped past. */
export async function takeSeat(tx: Tx, seat: Seat, now: Date): Promise<void> {
  await tx.client.query({
    name: 'take-seat',
    text: `insert into resident_bookings (resident_id, appointment_id, facility_id, session_id, department_id, doctor_key, date,
             window_start, window_end, active, day_seat, open_seat, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $12)`,
    values: [
      ...[
        seat.residentId,
        seat.appointmentId,
        seat.facilityId,
        seat.sessionId,
        seat.departmentId,
        seat.doctorKey,
        seat.date,
      ],
      ...[seat.windowStart, seat.windowEnd, seat.daySeat, seat.openSeat, now],
    ],
  });
}

/** The booking no longer counts against the person's caps and times. */
export async function leaveSeat(tx: Tx, residentId: string, appointmentId: string): Promise<void> {
  await tx.client.query({
    name: 'leave-seat',
    text: 'update resident_bookings set active = 0 where resident_id = $1 and appointment_id = $2',
    values: [residentId, appointmentId],
  });
}
