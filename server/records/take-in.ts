import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { entryId } from './entry-id.ts';
import { findStrays } from './find-strays.ts';
import { keepHistory } from './keep-history.ts';
import { lockIntake } from './lock-intake.ts';
import { isNewer, type Stamp, type Topic } from './rules.ts';
import { spreadTopics } from './spread-topics.ts';
import { type Change, type Counted, tally } from './tally.ts';
import { withdrawRows } from './withdraw-entries.ts';

/** A resource of a person's record in the platform's words; ids are the hospital's own. */
export type Told = Stamp & {
  type: string;
  sourceId: string;
  patient: string;
  encounter: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  status: string;
  code: string;
  title: string;
  topic: Topic;
  search: string[];
  /** What screens show; read anew whenever the resource is. */
  facts: object;
  /** What its hospital should improve. */
  findings: string[];
  /** Its own code, as system|code, that stands for none that all know; '' if there is no such. */
  gap: string;
  gapLabel: string;
  /** JSON as received, decimals exact. */
  body: string;
};

export type TakenIn = { added: number; changed: number; unchanged: number };
type Known = Stamp & Counted & { id: string; residentId: string; count: number };
type Placed = Told & { id: string; residentId: string; encounterId: string | null; count: number };

/**
 * Takes over what a hospital tells of persons whose record is known (`residentOf`, by the hospital's patient).
 * A later version replaces the one before, which goes to the history; older and repeated ones change nothing,
 * so that pages may come twice and in any order. What a hospital had written of the wrong patient is withdrawn there.
 * One audit row a call.
 */
export async function takeIn(
  tx: Tx,
  ctx: Context,
  facilityId: string,
  told: readonly Told[],
  residentOf: ReadonlyMap<string, string>,
): Promise<TakenIn> {
  await lockIntake(tx, facilityId);
  const placed = place(facilityId, told, residentOf);
  const known = new Map((await lockKnown(tx, placed)).map((one) => [one.id, one]));
  const strays = await findStrays(
    tx,
    placed.filter((one) => !known.has(one.id)),
  );
  const news = placed.flatMap((one) => {
    const before = known.get(one.id);
    const stray = strays.get(one.id);
    if ((before && !isNewer(one, before)) || (stray && !isNewer(one, stray))) return [];
    return [{ ...one, count: (before?.count ?? 0) + 1 }];
  });
  await withdrawRows(
    tx,
    ctx,
    facilityId,
    news.flatMap((one) => strays.get(one.id) ?? []),
  );
  const changed = news.filter((one) => one.count > 1);
  await keepHistory(tx, changed);
  await writeEntries(tx, ctx, facilityId, news);
  const visits = news.flatMap((one) => (one.type === 'Encounter' ? one.id : (one.encounterId ?? [])));
  await tally(
    tx,
    facilityId,
    news.map((one) => changeOf(one, known.get(one.id))),
    ctx.clock.now(),
  );
  await spreadTopics(tx, [...new Set(news.map((one) => one.residentId))], [...new Set(visits)]);
  const done = { added: news.length - changed.length, changed: changed.length, unchanged: told.length - news.length };
  if (news.length > 0) {
    const types = [...new Set(news.map((one) => one.type))];
    const entry = { action: 'records.take-in', subjectType: 'facility', subjectId: facilityId };
    await recordAudit(tx, ctx, { facilityId, ...entry, detail: { ...done, types } });
  }
  return done;
}

const changeOf = (one: Placed, before: Known | undefined): Change => ({
  ...one,
  before: before ?? null,
  after: { deleted: false, findings: one.findings, gap: one.gap },
});

/** Where each goes; of several versions in one page only the latest. */
function place(facilityId: string, told: readonly Told[], residentOf: ReadonlyMap<string, string>): Placed[] {
  const latest = new Map<string, Placed>();
  for (const one of told) {
    const residentId = residentOf.get(one.patient);
    if (!residentId) throw new Error('a resource of a patient who was not placed');
    const id = entryId(facilityId, one.type, one.sourceId);
    const encounterId = one.encounter && entryId(facilityId, 'Encounter', one.encounter);
    const before = latest.get(id);
    if (!before || isNewer(one, before)) latest.set(id, { ...one, id, residentId, encounterId, count: 0 });
  }
  return [...latest.values()];
}

async function lockKnown(tx: Tx, placed: readonly Placed[]): Promise<Known[]> {
  const { rows } = await tx.client.query<Known>({
    name: 'lock-record-entries',
    text: `select e.id, e.resident_id as "residentId", e.version as count, e.source_version as version, e.source_updated as updated,
             e.deleted, e.findings, e.gap
           from unnest($1::uuid[], $2::uuid[]) as t (resident, id) join record_entries e on e.resident_id = t.resident and e.id = t.id
           order by e.resident_id, e.id for update of e`,
    values: [placed.map((one) => one.residentId), placed.map((one) => one.id)],
  });
  return rows;
}

const separator = '\u001f';
/** A list of texts does not fit into an array of arrays: it comes as one text. */
const listOf = (name: string) => `case when ${name} = '' then '{}' else string_to_array(${name}, '${separator}') end`;

async function writeEntries(tx: Tx, ctx: Context, facilityId: string, news: readonly Placed[]): Promise<void> {
  if (news.length === 0) return;
  const column = <K extends keyof Placed>(key: K) => news.map((one) => one[key]);
  await tx.client.query({
    name: 'write-record-entries',
    text: `insert into record_entries (facility_id, updated_at, resident_id, id, type, source_id, source_patient, source_version,
             source_updated, version, deleted, body, starts_at, ends_at, status, code, title, encounter_id, topic, search, facts, findings, gap)
           select $1, $2, resident, id, type, source, patient, version, updated, count, false, body::jsonb,
             starts, ends, status, code, title, encounter, topic, ${listOf('search')}, facts::jsonb, ${listOf('findings')}, gap
           from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::int[],
             $11::text[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[], $16::text[], $17::uuid[], $18::text[], $19::text[], $20::text[], $21::text[], $22::text[])
             as n (resident, id, type, source, patient, version, updated, count, body, starts, ends, status, code, title, encounter, topic, search, facts, findings, gap)
           on conflict (resident_id, id) do update set source_patient = excluded.source_patient, source_version = excluded.source_version,
             source_updated = excluded.source_updated, version = excluded.version, updated_at = excluded.updated_at,
             deleted = excluded.deleted, body = excluded.body, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
             status = excluded.status, code = excluded.code, title = excluded.title, encounter_id = excluded.encounter_id,
             topic = excluded.topic, search = excluded.search, facts = excluded.facts, findings = excluded.findings,
             gap = excluded.gap`,
    values: [
      ...[facilityId, ctx.clock.now(), column('residentId'), column('id'), column('type'), column('sourceId')],
      ...[column('patient'), column('version'), column('updated'), column('count'), column('body')],
      ...[column('startsAt'), column('endsAt'), column('status'), column('code'), column('title')],
      ...[column('encounterId'), column('topic')],
      news.map((one) => one.search.join(separator)),
      news.map((one) => JSON.stringify(one.facts)),
      ...[news.map((one) => one.findings.join(separator)), column('gap')],
    ],
  });
}
