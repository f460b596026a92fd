import type { z } from 'zod';
import { recordAccess } from '../access/record-access.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { maskName } from '../kernel/national-id.ts';
import { cursorAt, cursorOn, placeOf } from '../kernel/page.ts';
import { findPeople } from '../residents/queries.ts';
import { getPlace } from './open-sheet.ts';
import { expectPlanner } from './policy.ts';
import { promptRules } from './rules/pregnancy-ends.ts';
import type { listInput, listOutput } from './schema/desk.ts';
import type { FollowUpKind } from './schema/follow-up.ts';

type Desk = ContextOf<'staff'>;
type Output = z.infer<typeof listOutput>;
const atOnce = 30;

type Row = {
  key: string;
  /** The day, or of people the moment, by which the page goes on. */
  at: string | Date;
  residentId: string;
  facilityName: string;
  kind: FollowUpKind | null;
  dueFrom: string;
  dueOn: string;
  tries: number;
  since: string;
  migrant: boolean;
};

/** Whom this facility serves, or a village of its area ($2); who keeps this worker out is on no list of theirs. */
const served = `with served as (
  select distinct on (e.resident_id) e.resident_id, e.id, e.migrant, e.started_at, f.name
  from planning_enrolments e join facilities f on f.id = e.facility_id
  where e.ended_at is null and (e.facility_id = $1 or starts_with(e.region_path, $2))
    and not exists (select 1 from denials d where d.resident_id = e.resident_id and d.kind = 'worker' and d.ended_at is null
      and (d.worker_id = $3 or (d.worker_id is null and d.facility_id = $1
        and lower(regexp_replace(d.worker_name, '[\\s·•・.]', '', 'g')) = $4)))
  order by e.resident_id, (e.facility_id = $1) desc, e.started_at desc)`;

/** Which questions are on a shelf; $5 is today. */
const asked = {
  due: `u.state = 'open' and u.due_on >= $5 and u.due_from <= $5`,
  overdue: `u.state = 'open' and u.due_on < $5`,
  lost: `u.state = 'lost' and $5::date is not null`,
} as const;

const columns = `s.resident_id as "residentId", s.name as "facilityName", s.migrant,
  to_char(s.started_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as since`;
const ofBooks = `(u.facility_id = $1 or starts_with(u.region_path, $2))`;

const followUpText = (which: string) => `${served}
  select u.id as key, u.due_on::text as at, ${columns}, u.kind, u.due_from::text as "dueFrom", u.due_on::text as "dueOn", u.tries
  from planning_follow_ups u join served s on s.resident_id = u.resident_id
  where ${which} and ${ofBooks} and ($6::date is null or (u.due_on, u.id) > ($6, $7::uuid))
  order by u.due_on, u.id limit ${atOnce + 1}`;

const peopleText = `${served}
  select s.id as key, s.started_at as at, ${columns}, null as kind, '' as "dueFrom", '' as "dueOn", 0 as tries
  from served s where $5::date is not null and ($6::timestamptz is null or (s.started_at, s.id) < ($6, $7::uuid))
  order by s.started_at desc, s.id desc limit ${atOnce + 1}`;

/** What is to be asked now, what is late, who is lost, or everybody served, page by page; it leaves access rows. */
export async function listDesk(ctx: Desk, { shelf, cursor }: z.infer<typeof listInput>): Promise<Output> {
  expectPlanner(ctx.actor);
  const asOf = ctx.clock.now();
  const scope = await scopeOf(ctx, regionDay(asOf));
  const { rows: found } = await ctx.db.pool.query<Row>({
    name: `list-planning-${shelf}`,
    text: shelf === 'people' ? peopleText : followUpText(asked[shelf]),
    values: [...scope, ...placeOf(cursor)],
  });
  const rows = found.slice(0, atOnce);
  const people = await findPeople(
    ctx.db.pool,
    rows.map((row) => row.residentId),
  );
  await recordAccess(ctx, [...people.keys()], 'family-planning-list', 'planning-service');
  const last = found.length > atOnce ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => toRow(row, people.get(row.residentId))),
    waiting: await countWaiting(ctx, asOf),
    counts: await countShelves(ctx, scope),
    next: last ? behind(last) : null,
    asOf,
  };
}

const behind = ({ at, key }: Row): string => (at instanceof Date ? cursorAt(at, key) : cursorOn(at, key));

/** The facility, its area, the worker by account and name, and today: the first five parameters of each statement. */
async function scopeOf(ctx: Desk, today: string): Promise<unknown[]> {
  const { kind, regionPath } = await getPlace(ctx);
  const area = kind === 'township_centre' ? regionPath : 'none';
  const name = ctx.actor.name.replace(/[\s·•・.]/g, '').toLowerCase();
  return [ctx.actor.facilityId, area, ctx.actor.accountId, name, today];
}

function toRow(row: Row, person: { name: string; phoneMasked: string } | undefined): Output['rows'][number] {
  const { key, residentId, facilityName, kind, dueFrom, dueOn, tries, since, migrant } = row;
  const followUp = kind ? { id: key, kind, dueFrom, dueOn, tries } : null;
  const shown = { shownName: maskName(person?.name ?? ''), phoneMasked: person?.phoneMasked ?? '' };
  return { key, residentId, ...shown, facilityName, followUp, since, migrant };
}

async function countShelves(ctx: Desk, scope: unknown[]): Promise<Output['counts']> {
  const count = (which: string) => `count(*) filter (where ${which})::int`;
  const { rows } = await ctx.db.pool.query<Output['counts']>({
    name: 'count-planning-shelves',
    text: `${served}
      select ${count(asked.due)} as due, ${count(asked.overdue)} as overdue, ${count(asked.lost)} as lost,
        (select count(*)::int from served) as people
      from planning_follow_ups u join served s on s.resident_id = u.resident_id where ${ofBooks}`,
    values: scope,
  });
  return rows[0] ?? { due: 0, overdue: 0, lost: 0, people: 0 };
}

/** How many are offered advice here without a say as yet: a number, so that the centre expects them, and nobody by name. */
async function countWaiting({ db, actor }: Desk, asOf: Date): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>({
    name: 'count-waiting-prompts',
    text: `select count(distinct resident_id)::int as n from planning_prompts
           where facility_id = $1 and state = 'waiting' and event_on >= $2`,
    values: [actor.facilityId, addDays(regionDay(asOf), -promptRules.newsDays)],
  });
  return rows[0]?.n ?? 0;
}
