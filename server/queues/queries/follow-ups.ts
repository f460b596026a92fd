import type { z } from 'zod';
import { recordAccess } from '../../access/record-access.ts';
import { findOwner } from '../../booking/queries.ts';
import type { Context, ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { findPeople, reachOf } from '../../residents/queries.ts';
import { expectQueueStaff } from '../policy.ts';
import type { FollowUpView, followUpTime } from '../schema/follow-up.ts';

export type FollowUpRow = Omit<FollowUpView, 'times'> & {
  residentId: string;
  departmentId: string;
  practitionerId: string | null;
};
type Time = z.infer<typeof followUpTime>;

/** A few: enough to choose from, few enough to read out at the desk. */
const timesShown = 6;

/** A wish by its id, or the newest of a visit; null when there is none. */
export async function findFollowUp(
  { db }: Pick<Context, 'db'>,
  facilityId: string,
  by: { id: string } | { appointmentId: string },
): Promise<FollowUpRow | null> {
  const column = 'id' in by ? 'id' : 'appointment_id';
  const { rows } = await db.pool.query<FollowUpRow>({
    name: `find-follow-up-${column}`,
    text: `select u.facility_id as "facilityId", u.id, u.appointment_id as "appointmentId", u.resident_id as "residentId",
             u.department_id as "departmentId", d.name as "departmentName", u.practitioner_id as "practitionerId",
             p.name as "practitionerName", u.from_date as "fromDate", u.to_date as "toDate", u.status, u.booked_id as "bookedId"
           from follow_ups u join departments d on d.id = u.department_id left join practitioners p on p.id = u.practitioner_id
           where u.facility_id = $1 and u.${column} = $2 order by u.created_at desc limit 1`,
    values: [facilityId, 'id' in by ? by.id : by.appointmentId],
  });
  return rows[0] ?? null;
}

/** The earliest free window of the department's coming sessions in those days, return-visit numbers first on a day. */
async function listTimes({ db, clock }: Pick<Context, 'db' | 'clock'>, wished: FollowUpRow, pools: string[]) {
  const { rows } = await db.pool.query<Time>({
    name: 'list-follow-up-times',
    text: `select s.id as "sessionId", w.window_start as "windowStart", w.window_end as "windowEnd", p.name as "practitionerName",
             s.number_type as "numberType", s.fee_fen as "feeFen"
           from sessions s left join practitioners p on p.id = s.practitioner_id
           join lateral (select window_start, window_end from tickets t where t.facility_id = s.facility_id and t.session_id = s.id
                           and t.status = 'free' and t.pool = any($6) and t.window_end > $7 order by t.number limit 1) w on true
           where s.facility_id = $1 and s.department_id = $2 and ($3::text is null or s.practitioner_id = $3)
             and s.date between $4 and $5 and s.status = 'published' and s.release_at <= $7 and s.close_at > $7
           order by s.date, s.number_type <> 'return', s.starts_at, s.id limit ${timesShown}`,
    values: [
      ...[wished.facilityId, wished.departmentId, wished.practitionerId, wished.fromDate, wished.toDate],
      ...[pools, clock.now()],
    ],
  });
  return rows;
}

const viewOf = async (ctx: Pick<Context, 'db' | 'clock'>, row: FollowUpRow | null, pools: string[]) => {
  if (!row) return { followUp: null, asOf: ctx.clock.now() };
  const times = row.status === 'open' ? await listTimes(ctx, row, pools) : [];
  const { residentId: _r, departmentId: _d, practitionerId: _p, ...view } = row;
  return { followUp: { ...view, times }, asOf: ctx.clock.now() };
};

/** The return visit wished for one of the actor's people after this visit. */
export async function getFollowUp(ctx: ContextOf<'resident'>, facilityId: string, appointmentId: string) {
  const owner = await findOwner(ctx, facilityId, appointmentId);
  if (!owner || !(await reachOf(ctx)).includes(owner)) throw notFound('appointment');
  return viewOf(ctx, await findFollowUp(ctx, facilityId, { appointmentId }), ['public']);
}

/** The same for staff, with the numbers kept for the desk; the reading leaves an access row. */
export async function getFollowUpAtDesk(ctx: ContextOf<'staff'>, appointmentId: string) {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'follow-up');
  const owner = await findOwner(ctx, facilityId, appointmentId);
  if (!owner) throw notFound('appointment');
  const residentName = (await findPeople(ctx.db.pool, [owner])).get(owner)?.name ?? '';
  await recordAccess(ctx, [owner], 'appointment', 'clinic-day');
  const view = await viewOf(ctx, await findFollowUp(ctx, facilityId, { appointmentId }), ['public', 'desk']);
  return { ...view, residentName };
}
