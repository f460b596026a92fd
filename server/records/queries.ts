import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import type * as schema from './schema.ts';
import { type Section, sections } from './schema.ts';
import type { RecordScope } from './scope.ts';

type Reads = Pick<Context, 'db' | 'clock'>;
type Entry = z.infer<typeof schema.entryView>;

const visitsAtOnce = 20;
const listedMost = 500;

/** An entry's columns as screens get them, with the name of where it comes from. */
const columns = `e.id, e.type, e.facility_id as "facilityId", f.name as "facilityName", e.title, e.status,
  e.starts_at as "startsAt", e.ends_at as "endsAt", e.facts`;
/** Of one person, present, of the topics this reader may see. $1 resident, $2 topics. */
const mine = `from record_entries e join facilities f on f.id = e.facility_id
  where e.resident_id = $1 and not e.deleted and e.topic = any($2::text[]) and e.status <> 'entered-in-error'`;

const scoped = ({ residentId, topics }: RecordScope) => [residentId, topics] as const;

/** Visits, newest first, each with what came of it in numbers. */
export async function listVisits(
  ctx: Reads,
  scope: RecordScope,
  cursor: string | null | undefined,
): Promise<z.infer<typeof schema.visitsOutput>> {
  const [at, id] = cursor?.split('~') ?? [];
  const { rows } = await ctx.db.pool.query<Entry>({
    name: 'list-record-visits',
    text: `select ${columns} ${mine} and e.type = 'Encounter'
             and ($3::timestamptz is null or (coalesce(e.starts_at, 'epoch'), e.id) < ($3, $4::uuid))
           order by coalesce(e.starts_at, 'epoch') desc, e.id desc limit ${visitsAtOnce + 1}`,
    values: [...scoped(scope), at ?? null, id ?? null],
  });
  const visits = rows.slice(0, visitsAtOnce);
  const sums = await sumVisits(
    ctx,
    scope,
    visits.map((one) => one.id),
  );
  return {
    visits: visits.map((visit) => ({ ...visit, ...(sums.get(visit.id) ?? nothing) })),
    next: rows.length > visitsAtOnce ? cursorOf(visits.at(-1)) : null,
    asOf: ctx.clock.now(),
    guarded: scope.guarded,
  };
}

const cursorOf = (last: Entry | undefined): string | null =>
  last ? `${(last.startsAt ?? new Date(0)).toISOString()}~${last.id}` : null;

type Sums = { diagnoses: string[]; results: number; odd: number; medicines: number; documents: number };
const nothing: Sums = { diagnoses: [], results: 0, odd: 0, medicines: 0, documents: 0 };

async function sumVisits(ctx: Reads, scope: RecordScope, visits: string[]): Promise<Map<string, Sums>> {
  if (visits.length === 0) return new Map();
  const { rows } = await ctx.db.pool.query<Sums & { id: string }>({
    name: 'sum-record-visits',
    text: `select v.encounter_id as id,
             coalesce(array_agg(distinct v.title) filter (where v.type = 'Condition'), '{}') as diagnoses,
             count(*) filter (where v.type = 'Observation')::int as results,
             count(*) filter (where v.type = 'Observation' and v.facts #>> '{reading,flag}' in ('high', 'low', 'abnormal'))::int as odd,
             count(*) filter (where v.type = 'MedicationRequest')::int as medicines,
             count(*) filter (where v.type in ('DocumentReference', 'DiagnosticReport'))::int as documents
           from record_entries v where v.resident_id = $1 and not v.deleted and v.topic = any($2::text[])
             and v.status <> 'entered-in-error' and v.encounter_id = any($3::uuid[]) group by v.encounter_id`,
    values: [...scoped(scope), visits],
  });
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}

/** One visit with everything written at it. Throws not-found if there is none such in this view. */
export async function getVisit(
  ctx: Reads,
  scope: RecordScope,
  id: string,
): Promise<z.infer<typeof schema.visitOutput>> {
  const { rows } = await ctx.db.pool.query<Entry>({
    name: 'get-record-visit',
    text: `select ${columns} ${mine} and (e.id = $3 and e.type = 'Encounter' or e.encounter_id = $3)
           order by e.starts_at nulls last, e.id limit ${listedMost}`,
    values: [...scoped(scope), id],
  });
  const visit = rows.find((row) => row.id === id);
  if (!visit) throw notFound('record-entry');
  return { visit, entries: rows.filter((row) => row.id !== id), guarded: scope.guarded };
}

/** One list of the record, newest first. */
export async function listSection(
  ctx: Reads,
  scope: RecordScope,
  section: Section,
): Promise<z.infer<typeof schema.sectionOutput>> {
  const { rows } = await ctx.db.pool.query<Entry>({
    name: 'list-record-section',
    text: `select ${columns} ${mine} and e.type = any($3::text[])
           order by e.starts_at desc nulls last, e.id limit ${listedMost}`,
    values: [...scoped(scope), sections[section]],
  });
  return { entries: rows, guarded: scope.guarded, asOf: ctx.clock.now() };
}

/** A measurement is the same by its code; without one that others know, by what the laboratory calls it. */
const measured = `case when e.code like 'http://loinc.org|%' then e.code else 'name|' || e.title end`;

/** The latest value of each measurement, and how often it was made. */
export async function listResults(ctx: Reads, scope: RecordScope): Promise<z.infer<typeof schema.resultsOutput>> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof schema.resultLine>>({
    name: 'list-record-results',
    text: `select distinct on (key) key, facts -> 'reading' as reading, "startsAt" as at, "facilityName",
             count(*) over (partition by key)::int as times
           from (select ${columns}, ${measured} as key ${mine} and e.type = 'Observation' and e.facts ? 'reading') as m
           order by key, "startsAt" desc nulls last, id`,
    values: scoped(scope) as unknown as unknown[],
  });
  const latest = rows.sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) || (a.key < b.key ? -1 : 1));
  return { results: latest, guarded: scope.guarded, asOf: ctx.clock.now() };
}

/** Every value of one measurement, oldest first. */
export async function getTrend(
  ctx: Reads,
  scope: RecordScope,
  key: string,
): Promise<z.infer<typeof schema.trendOutput>> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof schema.trendOutput>['points'][number]>({
    name: 'get-record-trend',
    text: `select id, "startsAt" as at, "facilityName", facts -> 'reading' as reading
           from (select ${columns} ${mine} and e.type = 'Observation' and e.facts ? 'reading' and ${measured} = $3
                 order by e.starts_at desc nulls last limit 200) as m
           order by "startsAt" nulls first, id`,
    values: [...scoped(scope), key],
  });
  if (rows.length === 0) throw notFound('record-entry');
  return { points: rows };
}

/** What each hospital has told of this person, and when it was last heard at all. */
export async function listSources(ctx: Reads, scope: RecordScope): Promise<z.infer<typeof schema.sourcesOutput>> {
  const { rows } = await ctx.db.pool.query<Omit<z.infer<typeof schema.sourceLine>, 'heardAt'>>({
    name: 'list-record-sources',
    text: `select e.facility_id as "facilityId", f.name as "facilityName", count(*)::int as entries, max(e.starts_at) as newest
           ${mine} group by e.facility_id, f.name order by newest desc nulls last`,
    values: scoped(scope) as unknown as unknown[],
  });
  const { rows: heard } = await ctx.db.pool.query<{ facilityId: string; heardAt: Date | null }>({
    name: 'when-sources-were-heard',
    text: 'select facility_id as "facilityId", records_at as "heardAt" from his_endpoints where facility_id = any($1)',
    values: [rows.map((row) => row.facilityId)],
  });
  const times = new Map(heard.map((row) => [row.facilityId, row.heardAt]));
  return {
    sources: rows.map((row) => ({ ...row, heardAt: times.get(row.facilityId) ?? null })),
    asOf: ctx.clock.now(),
  };
}
