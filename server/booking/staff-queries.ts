import type { z } from 'zod';
import { recordAccess } from '../access/record-access.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findPeople, type Person } from '../residents/queries.ts';
import { ageOn } from '../residents/rules.ts';
import { expectStaff } from './policy.ts';
import { canCheckIn, type Status } from './rules.ts';
import type { dayRow, stopReportOutput } from './schema.ts';

type DayRow = z.infer<typeof dayRow>;
type StopRow = z.infer<typeof stopReportOutput>['rows'][number];
type Shown = 'residentName' | 'sex' | 'idMasked' | 'phoneMasked';
type Row = Omit<DayRow, 'age' | 'checkIn' | Shown> & {
  residentId: string;
  cancelBy: Date;
  date: string;
  status: Status;
};

const columns = `
  a.facility_id as "facilityId", a.id, a.code, a.status, a.session_id as "sessionId", d.id as "departmentId", d.name as "departmentName",
  d.place, p.name as "practitionerName", s.half_day as "halfDay", s.number_type as "numberType", a.ticket_number as "ticketNumber",
  t.window_start as "windowStart", t.window_end as "windowEnd", a.channel, t.pool = 'extra' as extra, a.resident_id as "residentId",
  a.cancel_by as "cancelBy", s.date
  from appointments a
  join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
  join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
  join departments d on d.id = s.department_id
  left join practitioners p on p.id = s.practitioner_id`;

/** The facility's appointments of one day, in the order in which they are called; the reading leaves access rows. */
export async function listDay(ctx: ContextOf<'staff'>, date: string, departmentId: string | null) {
  expectStaff(ctx.actor, ctx.actor.facilityId, 'see-day');
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'day-list',
    text: `select ${columns} where a.facility_id = $1 and s.date = $2 and ($3::text is null or s.department_id = $3)
             and a.status not in ('cancelled', 'rejected')
           order by d.name, s.starts_at, s.id, a.ticket_number limit 3000`,
    values: [ctx.actor.facilityId, date, departmentId],
  });
  const ids = rows.map((row) => row.residentId);
  const people = await findPeople(ctx.db.pool, ids);
  await recordAccess(ctx, ids, 'day-list', 'clinic-day');
  return { rows: rows.flatMap((row) => toDayRow(row, people, ctx.clock.now())), asOf: ctx.clock.now() };
}

/** The appointment whose proof a patient shows at the desk. */
export async function findByCode(ctx: ContextOf<'staff'>, code: string): Promise<DayRow> {
  expectStaff(ctx.actor, ctx.actor.facilityId, 'see-day');
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'find-by-code',
    text: `select ${columns} where a.facility_id = $1 and a.code = $2`,
    values: [ctx.actor.facilityId, code],
  });
  const ids = rows.map((row) => row.residentId);
  const people = await findPeople(ctx.db.pool, ids);
  const [row] = rows.flatMap((found) => toDayRow(found, people, ctx.clock.now()));
  if (!row) throw notFound('code');
  await recordAccess(ctx, ids, 'appointment', 'shown-code');
  return row;
}

function toDayRow({ residentId, cancelBy, date, ...row }: Row, people: Map<string, Person>, now: Date): DayRow[] {
  const person = people.get(residentId);
  if (!person) return [];
  const today = regionDay(now);
  const { name: residentName, sex, birthDate, idMasked, phoneMasked } = person;
  const checkIn = canCheckIn({ status: row.status, cancelBy, windowStart: row.windowStart, date }, today);
  return [{ ...row, residentName, sex, idMasked, phoneMasked, age: ageOn(birthDate, today), checkIn }];
}

/** Where everyone stands who lost a number to this stopped clinic: the newest offer decides. */
export async function stopReport(
  ctx: ContextOf<'staff'>,
  sessionId: string,
): Promise<z.infer<typeof stopReportOutput>> {
  expectStaff(ctx.actor, ctx.actor.facilityId, 'see-day');
  const { rows } = await ctx.db.pool.query<Omit<StopRow, Shown> & { residentId: string }>({
    name: 'stop-report',
    text: `select a.id as "appointmentId", a.code, a.resident_id as "residentId", a.ticket_number as "ticketNumber",
             case o.status when 'accepted' then 'placed' when 'open' then 'offered' when 'declined' then 'declined' when 'lapsed' then 'lapsed' else 'none' end as outcome,
             t.window_start as "newWindowStart", case when o.status = 'open' then o.expires_at end as "expiresAt"
           from appointments a
           left join lateral (select * from offers o where o.facility_id = a.facility_id and o.appointment_id = a.id order by o.created_at desc limit 1) o on true
           left join tickets t on t.facility_id = o.facility_id and t.session_id = o.session_id and t.number = o.ticket_number
           where a.facility_id = $1 and a.session_id = $2 and a.cancel_reason = 'clinic-stopped' order by a.ticket_number`,
    values: [ctx.actor.facilityId, sessionId],
  });
  const people = await findPeople(
    ctx.db.pool,
    rows.map((row) => row.residentId),
  );
  return {
    rows: rows.flatMap(({ residentId, ...row }) => {
      const person = people.get(residentId);
      return person ? [{ ...row, residentName: person.name, phoneMasked: person.phoneMasked }] : [];
    }),
  };
}
