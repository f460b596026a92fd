import type { z } from 'zod';
import { recordAccess } from '../../access/record-access.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { findPeople } from '../../residents/queries.ts';
import { expectStopper } from '../policy.ts';
import { isUnplaced, outcomeOf, type Standing } from '../rules.ts';
import { outcome, type PersonRow, type personOutput, type reportOutput } from '../schema.ts';
import { getStoppage } from './list.ts';

type Staff = ContextOf<'staff'>;
type Row = Omit<PersonRow, 'residentName' | 'phoneMasked' | 'outcome' | 'unplaced'> &
  Standing & { residentId: string; stoppageId: string };

/** Everybody who lost a number, with what stands in its place, the newest offer and the newest call. */
const statement = `
select c.stoppage_id as "stoppageId", a.id as "appointmentId", a.resident_id as "residentId", d.name as "departmentName",
  p.name as "practitionerName", a.ticket_number as "ticketNumber", t.window_start as "windowStart",
  b.id is not null as placed, o.status as offer, l.outcome as call, l.outcome as "lastCall", l.called_at as "lastCallAt",
  coalesce(l.calls, 0) as calls, coalesce(bt.window_start, ot.window_start) as "newWindowStart",
  case when o.status = 'open' then o.expires_at end as "offerUntil"
from stoppage_sessions c
join appointments a on a.facility_id = c.facility_id and a.session_id = c.session_id and a.cancel_reason = 'clinic-stopped'
join sessions s on s.facility_id = a.facility_id and s.id = a.session_id join departments d on d.id = s.department_id
join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
left join practitioners p on p.id = s.practitioner_id
left join appointments b on b.facility_id = a.facility_id and b.replaces = a.id and b.status not in ('cancelled', 'rejected')
left join tickets bt on bt.facility_id = b.facility_id and bt.session_id = b.session_id and bt.number = b.ticket_number
left join lateral (select * from offers o where o.facility_id = a.facility_id and o.appointment_id = a.id
  order by o.created_at desc limit 1) o on true
left join tickets ot on ot.facility_id = o.facility_id and ot.session_id = o.session_id and ot.number = o.ticket_number
  and o.status = 'open'
left join lateral (select l.outcome, l.called_at, count(*) over () as calls from stoppage_calls l
  where l.facility_id = a.facility_id and l.appointment_id = a.id order by l.called_at desc limit 1) l on true
where c.facility_id = $1 and ($2::uuid is null or c.stoppage_id = $2) and ($3::uuid is null or a.id = $3)
order by t.window_start, d.name, a.ticket_number limit 2000`;

type Which = { stoppageId?: string; appointmentId?: string };

async function readPeople(ctx: Staff, { stoppageId, appointmentId }: Which) {
  const { rows } = await ctx.db.pool.query<Row>(statement, [
    ...[ctx.actor.facilityId, stoppageId ?? null, appointmentId ?? null],
  ]);
  const ids = rows.map((row) => row.residentId);
  const people = await findPeople(ctx.db.pool, ids);
  await recordAccess(ctx, ids, 'stop-report', 'clinic-stopped');
  return rows.flatMap(({ residentId, placed, offer, call, stoppageId: of, ...row }) => {
    const person = people.get(residentId);
    if (!person) return [];
    const where = outcomeOf({ placed, offer, call });
    const { name: residentName, phoneMasked } = person;
    return [{ of, row: { ...row, residentName, phoneMasked, outcome: where, unplaced: isUnplaced(where) } }];
  });
}

/** Where everybody of a stoppage stands; those whom staff still have to call come first. */
export async function getReport(ctx: Staff, id: string): Promise<z.infer<typeof reportOutput>> {
  expectStopper(ctx.actor, ctx.actor.facilityId, 'place');
  const stoppage = await getStoppage(ctx, id);
  const people = (await readPeople(ctx, { stoppageId: id })).map(({ row }) => row);
  const counts = Object.fromEntries(
    outcome.options.map((each) => [each, people.filter((row) => row.outcome === each).length]),
  ) as z.infer<typeof reportOutput>['counts'];
  return {
    stoppage,
    counts,
    unplaced: people.filter((row) => row.unplaced).length,
    people: people.sort((a, b) => Number(b.unplaced) - Number(a.unplaced)),
    asOf: ctx.clock.now(),
  };
}

/** One person to call, with the clinics in which staff may book for them. */
export async function getPerson(ctx: Staff, appointmentId: string): Promise<z.infer<typeof personOutput>> {
  expectStopper(ctx.actor, ctx.actor.facilityId, 'place');
  const [found] = await readPeople(ctx, { appointmentId });
  if (!found) throw notFound('appointment');
  return {
    person: found.row,
    stoppageId: found.of,
    choices: await listChoices(ctx, appointmentId),
    asOf: ctx.clock.now(),
  };
}

/** Clinics of the same department that can be booked now, with a number of the public or the desk's share. */
async function listChoices(ctx: Staff, appointmentId: string): Promise<z.infer<typeof personOutput>['choices']> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof personOutput>['choices'][number]>(
    `select s.id as "sessionId", p.name as "practitionerName", p.title as "practitionerTitle", s.number_type as "numberType",
       s.starts_at as "startsAt", s.ends_at as "endsAt", s.fee_fen as "feeFen", f.free
     from appointments a join sessions old on old.facility_id = a.facility_id and old.id = a.session_id
     join sessions s on s.facility_id = old.facility_id and s.department_id = old.department_id and s.status = 'published'
       and s.release_at <= $3 and s.close_at > $3
     left join practitioners p on p.id = s.practitioner_id
     cross join lateral (select count(*) as free from tickets t where t.facility_id = s.facility_id and t.session_id = s.id
       and t.status = 'free' and t.pool in ('public', 'desk') and t.window_end > $3) f
     where a.facility_id = $1 and a.id = $2 and f.free > 0 order by s.starts_at, s.id limit 30`,
    [ctx.actor.facilityId, appointmentId, ctx.clock.now()],
  );
  return rows;
}

/** Who lost this number to a stopped clinic of the actor's facility; anything else is not found. */
export async function findLostOwner(ctx: Pick<Staff, 'db' | 'actor'>, appointmentId: string): Promise<string> {
  const { rows } = await ctx.db.pool.query<{ id: string }>(
    `select a.resident_id as id from appointments a
     join stoppage_sessions c on c.facility_id = a.facility_id and c.session_id = a.session_id
     where a.facility_id = $1 and a.id = $2 and a.cancel_reason = 'clinic-stopped'`,
    [ctx.actor.facilityId, appointmentId],
  );
  if (!rows[0]) throw notFound('appointment');
  return rows[0].id;
}
