import { recordAudit } from '../audit/record-audit.ts';
import { actorId, type Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { returnTickets } from '../schedules/return-tickets.ts';
import { tellHospital } from './record-booking.ts';
import type { Status } from './rules.ts';
import { leaveSeat } from './take-seat.ts';

export type Locked = {
  facilityId: string;
  id: string;
  sessionId: string;
  ticketNumber: number;
  residentId: string;
  status: Status;
  cancelBy: Date;
  hisState: string;
  code: string;
  date: string;
  windowStart: Date;
  windowEnd: Date;
  facilityName: string;
  departmentName: string;
  departmentId: string;
  sessionStatus: string;
};

/** Locks one appointment for a change of status. Throws appointment-not-found. */
export async function lockAppointment(tx: Tx, facilityId: string, appointmentId: string): Promise<Locked> {
  const { rows } = await tx.client.query<Locked>({
    name: 'lock-appointment',
    text: `select a.facility_id as "facilityId", a.id, a.session_id as "sessionId", a.ticket_number as "ticketNumber",
             a.resident_id as "residentId", a.status, a.cancel_by as "cancelBy", a.his_state as "hisState", a.code, s.date,
             t.window_start as "windowStart", t.window_end as "windowEnd", f.name as "facilityName", d.name as "departmentName",
             s.department_id as "departmentId", s.status as "sessionStatus"
           from appointments a
           join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           join facilities f on f.id = a.facility_id join departments d on d.id = s.department_id
           where a.facility_id = $1 and a.id = $2 for update of a`,
    values: [facilityId, appointmentId],
  });
  if (!rows[0]) throw notFound('appointment');
  return rows[0];
}

/** Moves the status and writes the immutable step; the hospital is told where it takes part. */
export async function moveAppointment(
  tx: Tx,
  ctx: Context,
  a: Locked,
  to: Status,
  reason: string | null,
  tell: 'hospital' | 'nobody' = 'hospital',
): Promise<void> {
  const tells = tell === 'hospital' && a.hisState !== 'none';
  await tx.client.query({
    name: 'move-appointment',
    text: `with moved as (
             update appointments set status = $3, updated_at = $4, held_until = null,
               cancel_reason = case when $3 in ('cancelled', 'rejected') then $5 else cancel_reason end,
               his_state = case when $6 then 'pending' else his_state end
             where facility_id = $1 and id = $2 returning id
           )
           insert into appointment_steps (facility_id, appointment_id, seq, from_status, to_status, at, actor_kind, actor_id, reason)
           select $1, $2, (select max(seq) + 1 from appointment_steps where facility_id = $1 and appointment_id = $2), $7, $3, $4, $8, $9, $5
           from moved`,
    values: [a.facilityId, a.id, to, ctx.clock.now(), reason, tells, a.status, ctx.actor.kind, actorId(ctx.actor)],
  });
  if (tells) await tellHospital(tx, a.facilityId);
}

export type TicketAfter = 'free' | 'suspended' | 'hospital';

/**
 * Ends an active appointment: status, step, seat and ticket, with its audit row. The message is the caller's.
 * A ticket that is free again goes to who waits, or rests until a random time (0012).
 */
export async function endAppointment(
  tx: Tx,
  ctx: Context,
  a: Locked,
  end: { to: 'cancelled' | 'rejected'; reason: string; ticket: TicketAfter; action: string },
): Promise<void> {
  await moveAppointment(tx, ctx, a, end.to, end.reason);
  await leaveSeat(tx, a.residentId, a.id);
  if (end.ticket === 'free') await returnTickets(tx, ctx, { ...a, numbers: [a.ticketNumber] }, 'returned');
  else await keepTicket(tx, a, end.ticket === 'hospital' ? ['booked', 'hospital'] : ['suspended', null]);
  await recordAudit(tx, ctx, {
    facilityId: a.facilityId,
    action: end.action,
    subjectType: 'appointment',
    subjectId: a.id,
    detail: { from: a.status, reason: end.reason, sessionId: a.sessionId, number: a.ticketNumber },
  });
}

const keepTicket = (tx: Tx, a: Locked, [status, takenBy]: [string, string | null]) =>
  tx.client.query({
    name: 'ticket-after',
    text: `update tickets set status = $4, taken_by = $5 where facility_id = $1 and session_id = $2 and number = $3`,
    values: [a.facilityId, a.sessionId, a.ticketNumber, status, takenBy],
  });

/** What messages about an appointment say. */
export const noticeParams = (a: Locked) => ({
  facility: a.facilityName,
  department: a.departmentName,
  windowStart: a.windowStart.toISOString(),
  windowEnd: a.windowEnd.toISOString(),
  number: a.ticketNumber,
  code: a.code,
});
