import type { Tx } from '../kernel/transaction.ts';

/**
 * What belongs to a visit on a guarded topic is guarded with it: the blood test of a pregnancy tells as much as its
 * diagnosis. Said for the visits just written about, whichever of their parts came first.
 */
export async function spreadTopics(tx: Tx, residentIds: string[], visits: string[]): Promise<void> {
  if (visits.length === 0) return;
  await tx.client.query({
    name: 'spread-record-topics',
    text: `with guarded as (
             select resident_id, coalesce(encounter_id, id) as visit, max(topic) as topic from record_entries
             where resident_id = any($1::uuid[]) and topic <> 'general' and (encounter_id = any($2::uuid[]) or id = any($2))
             group by 1, 2)
           update record_entries e set topic = g.topic from guarded g
           where e.resident_id = g.resident_id and e.topic = 'general' and (e.encounter_id = g.visit or e.id = g.visit)`,
    values: [residentIds, visits],
  });
}
