import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { reachOf } from '../residents/queries.ts';
import { canCancel, canReschedule } from './rules.ts';
import type { AppointmentView, offerView, stepView } from './schema.ts';

/** Columns of an appointment as people see it; `from` starts at appointments a. */
export const appointmentColumns = `
  a.facility_id as "facilityId", a.id, a.status, a.code, a.resident_id as "residentId", r.name as "residentName",
  f.name as "facilityName", f.address as "facilityAddress", d.id as "departmentId", d.name as "departmentName", d.place,
  p.id as "practitionerId", p.name as "practitionerName", p.title as "practitionerTitle", a.session_id as "sessionId",
  s.date, s.half_day as "halfDay", s.number_type as "numberType", a.ticket_number as "ticketNumber",
  t.window_start as "windowStart", t.window_end as "windowEnd", a.fee_fen as "feeFen", a.cancel_by as "cancelBy",
  a.held_until as "heldUntil", a.replaces, a.cancel_reason as "cancelReason", a.created_at as "createdAt"`;
export const appointmentJoins = `
  join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
  join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
  join facilities f on f.id = a.facility_id join departments d on d.id = s.department_id
  join residents r on r.id = a.resident_id
  left join practitioners p on p.id = s.practitioner_id`;

export type AppointmentRow = Omit<AppointmentView, 'cancel' | 'reschedule'>;

/** Adds what may be done now. */
export const toView = (row: AppointmentRow, now: Date): AppointmentView => ({
  ...row,
  cancel: canCancel(row, now),
  reschedule: canReschedule(row, now),
});

/** One appointment of the people the resident may act for; anyone else's is not found. */
export async function getAppointment(
  ctx: ContextOf<'resident'>,
  facilityId: string,
  appointmentId: string,
): Promise<AppointmentView> {
  const { rows } = await ctx.db.pool.query<AppointmentRow>({
    name: 'get-appointment',
    text: `select ${appointmentColumns} from appointments a ${appointmentJoins}
           where a.facility_id = $1 and a.id = $2 and a.resident_id = any($3::uuid[])`,
    values: [facilityId, appointmentId, await reachOf(ctx)],
  });
  if (!rows[0]) throw notFound('appointment');
  return toView(rows[0], ctx.clock.now());
}

/** Coming or past appointments of the account's people: the own list on the resident axis, joined to its facts. */
export async function listMine(ctx: ContextOf<'resident'>, when: 'coming' | 'past') {
  const now = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<AppointmentRow>({
    name: `list-mine-${when}`,
    text: `select ${appointmentColumns} from resident_bookings b
           join appointments a on a.facility_id = b.facility_id and a.id = b.appointment_id ${appointmentJoins}
           where b.resident_id = any($1::uuid[]) and ${when === 'coming' ? 'b.active = 1 and b.date >= $2' : 'not (b.active = 1 and b.date >= $2)'}
           order by t.window_start ${when === 'coming' ? '' : 'desc'} limit 100`,
    values: [await reachOf(ctx), regionDay(now)],
  });
  return { appointments: rows.map((row) => toView(row, now)), asOf: now };
}

/** Whose appointment this is, or null. For policy checks before a write. */
export async function findOwner(
  ctx: Pick<Context, 'db'>,
  facilityId: string,
  appointmentId: string,
): Promise<string | null> {
  const { rows } = await ctx.db.pool.query<{ resident_id: string }>({
    name: 'find-appointment-owner',
    text: 'select resident_id from appointments where facility_id = $1 and id = $2',
    values: [facilityId, appointmentId],
  });
  return rows[0]?.resident_id ?? null;
}

/** Open and recently decided offers of the account's people. */
export async function listOffers(ctx: ContextOf<'resident'>): Promise<z.infer<typeof offerView>[]> {
  const { rows } = await ctx.db.pool.query({
    name: 'list-offers',
    text: `select o.facility_id as "facilityId", o.id, o.appointment_id as "appointmentId", r.name as "residentName", f.name as "facilityName",
             d.name as "departmentName", p.name as "practitionerName", p.title as "practitionerTitle", s.date, t.window_start as "windowStart",
             t.window_end as "windowEnd", o.ticket_number as "ticketNumber", s.fee_fen as "feeFen", o.expires_at as "expiresAt",
             case when o.status = 'open' and o.expires_at <= $2 then 'lapsed' else o.status end as status
           from offers o join sessions s on s.facility_id = o.facility_id and s.id = o.session_id
           join tickets t on t.facility_id = o.facility_id and t.session_id = o.session_id and t.number = o.ticket_number
           join facilities f on f.id = o.facility_id join departments d on d.id = s.department_id
           join residents r on r.id = o.resident_id left join practitioners p on p.id = s.practitioner_id
           where o.resident_id = any($1::uuid[]) and o.created_at > $2::timestamptz - interval '30 days' order by o.created_at desc limit 50`,
    values: [await reachOf(ctx), ctx.clock.now()],
  });
  return rows;
}

/** Every step of one of the people's appointments. */
export async function listSteps(
  ctx: ContextOf<'resident'>,
  facilityId: string,
  appointmentId: string,
): Promise<z.infer<typeof stepView>[]> {
  const owner = await findOwner(ctx, facilityId, appointmentId);
  if (!owner || !(await reachOf(ctx)).includes(owner)) throw notFound('appointment');
  const { rows } = await ctx.db.pool.query({
    name: 'list-steps',
    text: `select seq, from_status as "fromStatus", to_status as "toStatus", at, actor_kind as "actorKind", reason
           from appointment_steps where facility_id = $1 and appointment_id = $2 order by seq`,
    values: [facilityId, appointmentId],
  });
  return rows;
}
