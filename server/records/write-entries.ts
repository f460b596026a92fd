import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { Placed } from './take-in.ts';

const separator = '\u001f';
/** A list of texts does not fit into an array of arrays: it comes as one text. */
const listOf = (name: string) => `case when ${name} = '' then '{}' else string_to_array(${name}, '${separator}') end`;

/** Writes entries as they are told now, new ones and later versions alike, in one statement. */
export async function writeEntries(tx: Tx, ctx: Context, facilityId: string, news: readonly Placed[]): Promise<void> {
  if (news.length === 0) return;
  const column = <K extends keyof Placed>(key: K) => news.map((one) => one[key]);
  await tx.client.query({
    name: 'write-record-entries',
    text: `insert into record_entries (facility_id, updated_at, resident_id, id, type, source_id, source_patient, source_version,
             source_updated, version, deleted, body, starts_at, ends_at, status, code, title, encounter_id, topic, search, search_values,
             facts, findings, gap)
           select $1, $2, resident, id, type, source, patient, version, updated, count, false, body::jsonb,
             starts, ends, status, code, title, encounter, topic, ${listOf('search')}, compared::jsonb, facts::jsonb, ${listOf('findings')}, gap
           from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::int[],
             $11::text[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[], $16::text[], $17::uuid[], $18::text[], $19::text[],
             $20::text[], $21::text[], $22::text[], $23::text[])
             as n (resident, id, type, source, patient, version, updated, count, body, starts, ends, status, code, title, encounter, topic,
               search, compared, facts, findings, gap)
           on conflict (resident_id, id) do update set source_patient = excluded.source_patient, source_version = excluded.source_version,
             source_updated = excluded.source_updated, version = excluded.version, updated_at = excluded.updated_at,
             deleted = excluded.deleted, body = excluded.body, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
             status = excluded.status, code = excluded.code, title = excluded.title, encounter_id = excluded.encounter_id,
             topic = excluded.topic, search = excluded.search, search_values = excluded.search_values, facts = excluded.facts,
             findings = excluded.findings, gap = excluded.gap`,
    values: [
      ...[facilityId, ctx.clock.now(), column('residentId'), column('id'), column('type'), column('sourceId')],
      ...[column('patient'), column('version'), column('updated'), column('count'), column('body')],
      ...[column('startsAt'), column('endsAt'), column('status'), column('code'), column('title')],
      ...[column('encounterId'), column('topic')],
      news.map((one) => one.search.join(separator)),
      news.map((one) => JSON.stringify(one.values)),
      news.map((one) => JSON.stringify(one.facts)),
      ...[news.map((one) => one.findings.join(separator)), column('gap')],
    ],
  });
}
