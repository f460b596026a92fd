import type { z } from 'zod';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { drawWindow } from './draw-window.ts';
import { type Queryable, rulesObject } from './find-rules.ts';
import type { NewSession } from './insert-sessions.ts';
import {
  defaultRules,
  horizonEnd,
  type NumberType,
  publishAheadDays,
  type Quotas,
  type Rules,
  rulesOf,
} from './rules.ts';
import type { publicationView } from './schema/console.ts';
import { timesOf } from './session-times.ts';

type Row = {
  templateId: string;
  departmentId: string;
  practitionerId: string | null;
  halfDay: string;
  startsAt: string;
  endsAt: string;
  numberType: NumberType;
  feeFen: number;
  capacity: number;
  quotas: Quotas;
  drawMinutes: number | null;
  date: string;
  rules: Rules | null;
};

/**
 * Every template of the facility on every day it is valid, not yet laid out and not stopped, with that day's rules. Days
 * end with the longest horizon of any rule, and their rules are looked up once a day: 1 to 4 ms a facility, not 65.
 */
const statement = `
with days as materialized (
  select d.day, r.rules from (
    select $2::date + n as day from generate_series(0, $3::int + greatest($4::int,
      (select max(horizon_days) from booking_rules where facility_id in ($1, 'province')))) n) d
  left join lateral (
    select ${rulesObject} as rules from booking_rules b where b.facility_id in ($1, 'province') and b.effective_from <= d.day
    order by b.facility_id = 'province', b.effective_from desc limit 1) r on true
  where d.day between coalesce($5, d.day) and coalesce($6, d.day)
)
select t.id as "templateId", t.department_id as "departmentId", t.practitioner_id as "practitionerId",
  t.half_day as "halfDay", t.starts_at as "startsAt", t.ends_at as "endsAt", t.number_type as "numberType",
  t.fee_fen as "feeFen", t.capacity, t.quotas, t.draw_minutes as "drawMinutes", d.day as date, d.rules
from session_templates t
join days d on t.weekday = extract(isodow from d.day) and t.valid_from <= d.day and (t.valid_to is null or t.valid_to >= d.day)
where t.facility_id = $1 and not exists (
  select 1 from sessions s where s.facility_id = t.facility_id and s.template_id = t.id and s.date = d.day)
  and not exists (select 1 from stoppages x where x.facility_id = t.facility_id and d.day between x.from_date and x.to_date
    and (x.department_id = t.department_id or x.practitioner_id = t.practitioner_id))
order by d.day, t.id`;

export type Days = { from: string; to: string };

/**
 * The sessions that a publication at `now` would add, by day; of some days only if `days` says so. Times that are over,
 * and days beyond the horizon, are left out.
 */
export async function planPublication(
  db: Queryable,
  ids: Ids,
  facilityId: string,
  now: Date,
  days?: Days,
): Promise<NewSession[]> {
  const today = regionDay(now);
  const { rows } = await db.query<Row>({
    name: 'plan-publication',
    text: statement,
    values: [facilityId, today, publishAheadDays, defaultRules.horizonDays, days?.from ?? null, days?.to ?? null],
  });
  return rows.flatMap((row) => {
    const rules = rulesOf(row.rules);
    const endsAt = regionInstant(row.date, row.endsAt);
    const startsAt = regionInstant(row.date, row.startsAt);
    const times = timesOf({ ...row, startsAt, endsAt }, rules);
    if (row.date > addDays(horizonEnd(today, rules), publishAheadDays) || times.closeAt <= now) return [];
    const { templateId, departmentId, practitionerId, halfDay, numberType, feeFen, capacity, quotas, date } = row;
    const plan = { templateId, departmentId, practitionerId, halfDay, numberType, feeFen, capacity, quotas, date };
    const draw = row.drawMinutes === null ? null : drawWindow(times.releaseAt, row.drawMinutes, startsAt, now);
    return [{ ...plan, ...times, draw, id: ids.next(), facilityId, startsAt, endsAt }];
  });
}

/** Days in a row with about `numbersAtOnce` numbers, one day at least. */
export function portionsOf(sessions: NewSession[], numbersAtOnce: number): Days[] {
  const portions: (Days & { numbers: number })[] = [];
  for (const { date, capacity } of sessions) {
    const last = portions.at(-1);
    if (last && (last.to === date || last.numbers < numbersAtOnce)) {
      last.to = date;
      last.numbers += capacity;
    } else portions.push({ from: date, to: date, numbers: capacity });
  }
  return portions.map(({ from, to }) => ({ from, to }));
}

/** Counts by day, for the preview and for the answer alike. */
export function summarise(sessions: NewSession[], today: string): z.infer<typeof publicationView> {
  const days = [...new Set(sessions.map((s) => s.date))].sort().map((date) => {
    const ofDay = sessions.filter((s) => s.date === date);
    return { date, sessions: ofDay.length, tickets: ofDay.reduce((sum, s) => sum + s.capacity, 0) };
  });
  return {
    from: days[0]?.date ?? today,
    to: days.at(-1)?.date ?? today,
    sessions: sessions.length,
    tickets: days.reduce((sum, d) => sum + d.tickets, 0),
    days,
  };
}
