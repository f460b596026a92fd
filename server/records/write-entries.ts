import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { Placed } from './told.ts';

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
             source_updated, version, deleted, starts_at, ends_at, status, code, title, encounter_id, topic, search, findings, gap,
             body, search_values, facts)
           select $1, $2, resident, id, type, source, patient, version, updated, count, false,
             starts, ends, status, code, title, encounter, topic, ${listOf('search')}, ${listOf('findings')}, gap, body, compared, facts
           from rows from (unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::int[],
               $11::timestamptz[], $12::timestamptz[], $13::text[], $14::text[], $15::text[], $16::uuid[], $17::text[], $18::text[],
               $19::text[], $20::text[]),
             jsonb_array_elements($21::jsonb), jsonb_array_elements($22::jsonb), jsonb_array_elements($23::jsonb))
             as n (resident, id, type, source, patient, version, updated, count, starts, ends, status, code, title, encounter, topic,
               search, findings, gap, body, compared, facts)
           on conflict (resident_id, id) do update set source_patient = excluded.source_patient, source_version = excluded.source_version,
             source_updated = excluded.source_updated, version = excluded.version, updated_at = excluded.updated_at,
             deleted = excluded.deleted, body = excluded.body, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
             status = excluded.status, code = excluded.code, title = excluded.title, encounter_id = excluded.encounter_id,
             topic = excluded.topic, search = excluded.search, search_values = excluded.search_values, facts = excluded.facts,
             findings = excluded.findings, gap = excluded.gap`,
    values: [
      ...[facilityId, ctx.clock.now(), column('residentId'), column('id'), column('type'), column('sourceId')],
      ...[column('patient'), column('version'), column('updated'), column('count')],
      ...[column('startsAt'), column('endsAt'), column('status'), column('code'), column('title')],
      ...[column('encounterId'), column('topic'), news.map((one) => one.search.join(separator))],
      ...[news.map((one) => one.findings.join(separator)), column('gap')],
      // JSON as it is, in a list of its own: as texts of an array every quote would be escaped and read again
      ...[`[${column('body').join()}]`, JSON.stringify(column('values')), JSON.stringify(column('facts'))],
    ],
  });
}
