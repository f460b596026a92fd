import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { cursorAt, placeOf } from '../kernel/page.ts';
import type * as schema from './schema.ts';
import { type Section, sections } from './schema.ts';
import type { RecordScope } from './scope.ts';
import { readRecord, visible } from './visible.ts';
import { listWithdrawn } from './withdrawn.ts';

type Reads = Pick<Context, 'db' | 'clock'>;
type Entry = z.infer<typeof schema.entryView>;
type Whole = Entry & { text: string | null };

const visitsAtOnce = 20;
const listedMost = 500;

/** What the facility wrote beside an entry that the person holds to be wrong (B27). */
const note = `(select c.answer from cases c where c.resident_id = e.resident_id and c.subject_id = e.id
  and c.outcome = 'annotated' order by c.answered_at desc limit 1)`;
/** An entry's columns as lists get them, with the name of where it comes from; what a document says is read alone. */
export const columns = `e.id, e.type, e.facility_id as "facilityId", f.name as "facilityName", e.title, e.status,
  e.starts_at as "startsAt", e.ends_at as "endsAt", e.facts - 'text' as facts, ${note} as note`;
/** Of one person, present, what this reader may see. */
export const mine = `from record_entries e join facilities f on f.id = e.facility_id
  where ${visible} and not e.deleted and e.status <> 'entered-in-error'`;

/** Visits, newest first, each with what came of it in numbers. */
export async function listVisits(
  ctx: Reads,
  scope: RecordScope,
  cursor: string | null | undefined,
): Promise<z.infer<typeof schema.visitsOutput>> {
  const [at, id] = placeOf(cursor);
  const rows = await readRecord<Entry>(ctx, scope, {
    name: 'list-record-visits',
    text: `select ${columns} ${mine} and e.type = 'Encounter'
             and ($6::timestamptz is null or (coalesce(e.starts_at, 'epoch'), e.id) < ($6, $7::uuid))
           order by coalesce(e.starts_at, 'epoch') desc, e.id desc limit ${visitsAtOnce + 1}`,
    more: [at, id],
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
    view: scope.view,
  };
}

const cursorOf = (last: Entry | undefined): string | null =>
  last ? cursorAt(last.startsAt ?? new Date(0), last.id) : null;

type Sums = { diagnoses: string[]; results: number; odd: number; medicines: number; documents: number };
const nothing: Sums = { diagnoses: [], results: 0, odd: 0, medicines: 0, documents: 0 };

async function sumVisits(ctx: Reads, scope: RecordScope, visits: string[]): Promise<Map<string, Sums>> {
  if (visits.length === 0) return new Map();
  const rows = await readRecord<Sums & { id: string }>(ctx, scope, {
    name: 'sum-record-visits',
    text: `select e.encounter_id as id,
             coalesce(array_agg(distinct e.title) filter (where e.type = 'Condition'), '{}') as diagnoses,
             count(*) filter (where e.type = 'Observation')::int as results,
             count(*) filter (where e.type = 'Observation' and e.facts #>> '{reading,flag}' in ('high', 'low', 'abnormal'))::int as odd,
             count(*) filter (where e.type = 'MedicationRequest')::int as medicines,
             count(*) filter (where e.type in ('DocumentReference', 'DiagnosticReport'))::int as documents
           from record_entries e where ${visible} and not e.deleted
             and e.status <> 'entered-in-error' and e.encounter_id = any($6::uuid[]) group by e.encounter_id`,
    more: [visits],
  });
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}

/** One visit with everything written at it. Throws not-found if there is none such in this view. */
export async function getVisit(
  ctx: Reads,
  scope: RecordScope,
  id: string,
): Promise<z.infer<typeof schema.visitOutput>> {
  const rows = await readRecord<Entry>(ctx, scope, {
    name: 'get-record-visit',
    text: `select ${columns} ${mine} and (e.id = $6 and e.type = 'Encounter' or e.encounter_id = $6)
           order by e.id <> $6, e.starts_at nulls last, e.id limit ${listedMost}`,
    more: [id],
  });
  const visit = rows.find((row) => row.id === id);
  if (!visit) throw notFound('record-entry');
  return { visit, entries: rows.filter((row) => row.id !== id), view: scope.view };
}

/** One entry, when this view has it. */
export async function findEntry(ctx: Reads, scope: RecordScope, id: string): Promise<Whole | null> {
  const rows = await readRecord<Whole>(ctx, scope, {
    name: 'find-record-entry',
    text: `select ${columns}, e.facts ->> 'text' as text ${mine} and e.id = $6`,
    more: [id],
  });
  return rows[0] ?? null;
}

/** One list of the record, newest first. */
export async function listSection(
  ctx: Reads,
  scope: RecordScope,
  section: Section,
): Promise<z.infer<typeof schema.sectionOutput>> {
  const rows = await readRecord<Entry>(ctx, scope, {
    name: 'list-record-section',
    text: `select ${columns} ${mine} and e.type = any($6::text[])
           order by e.starts_at desc nulls last, e.id limit ${listedMost}`,
    more: [sections[section]],
  });
  return { entries: rows, view: scope.view, asOf: ctx.clock.now() };
}

/** A measurement is the same by its code; without one that others know, by what the laboratory calls it. */
export const measured = `case when e.code like 'http://loinc.org|%' then e.code else 'name|' || e.title end`;

/** The latest value of each measurement, and how often it was made. */
export async function listResults(ctx: Reads, scope: RecordScope): Promise<z.infer<typeof schema.resultsOutput>> {
  const rows = await readRecord<z.infer<typeof schema.resultLine>>(ctx, scope, {
    name: 'list-record-results',
    text: `select distinct on (key) key, facts -> 'reading' as reading, "startsAt" as at, "facilityName",
             count(*) over (partition by key)::int as times
           from (select ${columns}, ${measured} as key ${mine} and e.type = 'Observation' and e.facts ? 'reading') as m
           order by key, "startsAt" desc nulls last, id`,
  });
  const latest = rows.sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) || (a.key < b.key ? -1 : 1));
  return { results: latest, view: scope.view, asOf: ctx.clock.now() };
}

/** Every value of one measurement, oldest first. */
export async function getTrend(
  ctx: Reads,
  scope: RecordScope,
  key: string,
): Promise<z.infer<typeof schema.trendOutput>> {
  const rows = await readRecord<z.infer<typeof schema.trendOutput>['points'][number]>(ctx, scope, {
    name: 'get-record-trend',
    text: `select id, "startsAt" as at, "facilityName", facts -> 'reading' as reading
           from (select ${columns} ${mine} and e.type = 'Observation' and e.facts ? 'reading' and ${measured} = $6
                 order by e.starts_at desc nulls last limit 200) as m
           order by "startsAt" nulls first, id`,
    more: [key],
  });
  if (rows.length === 0) throw notFound('record-entry');
  return { points: rows };
}

/** What each hospital has told of this person, and when it was last heard at all. */
export async function listSources(ctx: Reads, scope: RecordScope): Promise<z.infer<typeof schema.sourcesOutput>> {
  const rows = await readRecord<Omit<z.infer<typeof schema.sourceLine>, 'heardAt'>>(ctx, scope, {
    name: 'list-record-sources',
    text: `select e.facility_id as "facilityId", f.name as "facilityName", count(*)::int as entries, max(e.starts_at) as newest
           ${mine} group by e.facility_id, f.name order by newest desc nulls last`,
  });
  const { rows: heard } = await ctx.db.pool.query<{ facilityId: string; heardAt: Date | null }>({
    name: 'when-sources-were-heard',
    // by its interface or by the last table it sent
    text: `select n.id as "facilityId", greatest(e.records_at, (select max(received_at) from his_files f where f.facility_id = n.id)) as "heardAt"
           from unnest($1::text[]) as n (id) left join his_endpoints e on e.facility_id = n.id`,
    values: [rows.map((row) => row.facilityId)],
  });
  const times = new Map(heard.map((row) => [row.facilityId, row.heardAt]));
  return {
    sources: rows.map((row) => ({ ...row, heardAt: times.get(row.facilityId) ?? null })),
    withdrawn: await listWithdrawn(ctx, scope),
    view: scope.view,
    asOf: ctx.clock.now(),
  };
}
