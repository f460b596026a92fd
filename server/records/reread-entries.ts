import type { Services } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { lockIntake } from './lock-intake.ts';
import { spreadTopics } from './spread-topics.ts';
import { type Counted, tally } from './tally.ts';
import { tellPlanning } from './tell-planning.ts';
import type { Told } from './told.ts';

/** An entry as it lies here, to be read once more from the text it came in. */
export type KeptEntry = Counted & { id: string; residentId: string; encounterId: string | null; body: string };

/** Entries of a hospital with one of its own codes, whether mapped or not: the next `limit` behind `after`, locked. */
export async function lockCoded(
  tx: Tx,
  facilityId: string,
  key: string,
  after: KeptEntry | null,
  limit: number,
): Promise<KeptEntry[]> {
  await lockIntake(tx, facilityId);
  const { rows } = await tx.client.query<KeptEntry>({
    name: 'lock-entries-of-a-code',
    text: `select id, resident_id as "residentId", encounter_id as "encounterId", body::text as body, deleted, findings, gap
           from record_entries where facility_id = $1 and not deleted and (type in ('Observation', 'Condition') and gap = $2 and gap <> ''
             or search @> array['gap=' || $2]) and ($3::uuid is null or (resident_id, id) > ($3, $4::uuid))
           order by resident_id, id limit $5 for update`,
    values: [facilityId, key, after?.residentId ?? null, after?.id ?? null, limit],
  });
  return rows;
}

type Reread = Pick<
  Told,
  'type' | 'code' | 'title' | 'topic' | 'search' | 'values' | 'facts' | 'findings' | 'gap' | 'gapLabel'
>;

/** Writes what another reading of the same text says: not a new version, since the hospital has said nothing new. */
export async function rereadEntries(
  tx: Tx,
  services: Pick<Services, 'clock'>,
  facilityId: string,
  pairs: readonly (readonly [KeptEntry, Reread])[],
): Promise<void> {
  if (pairs.length === 0) return;
  const told = <K extends keyof Reread>(key: K) => pairs.map(([, one]) => one[key]);
  await tx.client.query({
    name: 'reread-record-entries',
    text: `update record_entries e set code = n.code, title = n.title, gap = n.gap, facts = n.facts::jsonb,
             topic = case when n.topic = 'general' then e.topic else n.topic end,
             search = array(select jsonb_array_elements_text(n.search::jsonb)),
             findings = array(select jsonb_array_elements_text(n.findings::jsonb)), search_values = n.compared::jsonb
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
             as n (resident, id, code, title, gap, facts, topic, search, findings, compared)
           where e.resident_id = n.resident and e.id = n.id`,
    values: [
      ...[pairs.map(([kept]) => kept.residentId), pairs.map(([kept]) => kept.id), told('code'), told('title')],
      ...[told('gap'), told('facts').map((one) => JSON.stringify(one)), told('topic')],
      ...[told('search').map((one) => JSON.stringify(one)), told('findings').map((one) => JSON.stringify(one))],
      told('values').map((one) => JSON.stringify(one)),
    ],
  });
  const changes = pairs.map(([kept, { type, gapLabel, findings, gap }]) => {
    return { id: kept.id, type, gapLabel, before: kept, after: { deleted: false, findings, gap } };
  });
  await tally(tx, facilityId, changes, services.clock.now());
  const visits = pairs.flatMap(([{ residentId, encounterId }]) =>
    encounterId ? [{ residentId, visit: encounterId }] : [],
  );
  const spread = await spreadTopics(tx, visits);
  await tellPlanning(tx, [
    ...pairs.map(([{ residentId }, { type, topic }]) => ({ residentId, type, topic })),
    ...spread,
  ]);
}
