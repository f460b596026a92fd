import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findPeople, reachOf } from '../residents/queries.ts';
import { canCancel, canReschedule } from './rules.ts';
import type { AppointmentView, offerView, stepView } from './schema.ts';

const appointmentFacts = `select
  a.facility_id as "facilityId", a.id, a.status, a.code, a.resident_id as "residentId",
  f.name as "facilityName", f.address as "facilityAddress", d.id as "departmentId", d.name as "departmentName", d.place,
  p.id as "practitionerId", p.name as "practitionerName", p.title as "practitionerTitle", a.session_id as "sessionId",
  s.date, s.half_day as "halfDay", s.number_type as "numberType", a.ticket_number as "ticketNumber",
  t.window_start as "windowStart", t.window_end as "windowEnd", a.fee_fen as "feeFen", a.cancel_by as "cancelBy",
  a.held_until as "heldUntil", a.replaces, a.cancel_reason as "cancelReason", a.created_at as "createdAt"
  from appointments a
  join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
  join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
  join facilities f on f.id = a.facility_id join departments d on d.id = s.department_id
  left join practitioners p on p.id = s.practitioner_id`;

type AppointmentRow = Omit<AppointmentView, 'cancel' | 'reschedule'>;
type Nameless<Row> = Omit<Row, 'residentName'> & { residentId: string };

/** Adds the names, which lie on the residents' axis. */
async function named<Row extends { residentId: string }>(
  ctx: Pick<Context, 'db'>,
  rows: Row[],
): Promise<(Row & { residentName: string })[]> {
  const people = await findPeople(
    ctx.db.pool,
    rows.map((row) => row.residentId),
  );
  return rows.flatMap((row) => {
    const person = people.get(row.residentId);
    return person ? [{ ...row, residentName: person.name }] : [];
  });
}

/** Adds what may be done now. */
const toView = (row: AppointmentRow, now: Date): AppointmentView => ({
  ...row,
  cancel: canCancel(row, now),
  reschedule: canReschedule(row, now),
});

/** One appointment of the people the resident may act for; anyone else's is not found. */
export const getAppointment = async (
  ctx: ContextOf<'resident'>,
  facilityId: string,
  appointmentId: string,
): Promise<AppointmentView> => getAppointmentOf(ctx, await reachOf(ctx), facilityId, appointmentId);

/** One appointment of these people, whom the caller has proven that it may see. */
export async function getAppointmentOf(
  ctx: Pick<Context, 'db' | 'clock'>,
  residentIds: string[],
  facilityId: string,
  appointmentId: string,
): Promise<AppointmentView> {
  const { rows } = await ctx.db.pool.query<Nameless<AppointmentRow>>({
    name: 'get-appointment',
    text: `${appointmentFacts} where a.facility_id = $1 and a.id = $2 and a.resident_id = any($3::uuid[])`,
    values: [facilityId, appointmentId, residentIds],
  });
  const [row] = await named(ctx, rows);
  if (!row) throw notFound('appointment');
  return toView(row, ctx.clock.now());
}

/** Coming or past appointments of the account's people. */
export const listMine = async (ctx: ContextOf<'resident'>, when: 'coming' | 'past') =>
  listAppointmentsOf(ctx, await reachOf(ctx), when);

/** Of people whom the caller may see: first their own list on the resident axis, then its facts. */
export async function listAppointmentsOf(
  ctx: Pick<Context, 'db' | 'clock'>,
  residentIds: string[],
  when: 'coming' | 'past',
): Promise<{ appointments: AppointmentView[]; asOf: Date }> {
  const now = ctx.clock.now();
  const { rows: own } = await ctx.db.pool.query<{ facilityId: string; id: string }>({
    name: `list-own-${when}`,
    text: `select facility_id as "facilityId", appointment_id as id from resident_bookings
           where resident_id = any($1::uuid[]) and ${when === 'coming' ? 'active = 1 and date >= $2' : 'not (active = 1 and date >= $2)'}
           order by window_start ${when === 'coming' ? '' : 'desc'} limit 100`,
    values: [residentIds, regionDay(now)],
  });
  if (own.length === 0) return { appointments: [], asOf: now };
  const { rows } = await ctx.db.pool.query<Nameless<AppointmentRow>>({
    name: `list-mine-${when}`,
    text: `${appointmentFacts} where a.facility_id = any($1) and a.id = any($2::uuid[])
           order by t.window_start ${when === 'coming' ? '' : 'desc'}`,
    values: [[...new Set(own.map((b) => b.facilityId))], own.map((b) => b.id)],
  });
  return { appointments: (await named(ctx, rows)).map((row) => toView(row, now)), asOf: now };
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
  const { rows } = await ctx.db.pool.query<Nameless<z.infer<typeof offerView>>>({
    name: 'list-offers',
    text: `select o.facility_id as "facilityId", o.id, o.appointment_id as "appointmentId", o.resident_id as "residentId", f.name as "facilityName",
             d.name as "departmentName", p.name as "practitionerName", p.title as "practitionerTitle", s.date, t.window_start as "windowStart",
             t.window_end as "windowEnd", o.ticket_number as "ticketNumber", s.fee_fen as "feeFen", o.expires_at as "expiresAt",
             case when o.status = 'open' and o.expires_at <= $2 then 'lapsed' else o.status end as status
           from offers o join sessions s on s.facility_id = o.facility_id and s.id = o.session_id
           join tickets t on t.facility_id = o.facility_id and t.session_id = o.session_id and t.number = o.ticket_number
           join facilities f on f.id = o.facility_id join departments d on d.id = s.department_id
           left join practitioners p on p.id = s.practitioner_id
           where o.resident_id = any($1::uuid[]) and o.created_at > $2::timestamptz - interval '30 days' order by o.created_at desc limit 50`,
    values: [await reachOf(ctx), ctx.clock.now()],
  });
  return (await named(ctx, rows)).map(({ residentId: _, ...offer }) => offer);
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
