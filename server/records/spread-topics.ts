import type { Tx } from '../kernel/transaction.ts';

export type Visit = { residentId: string; visit: string };

/**
 * What belongs to a visit on a guarded topic is guarded with it: the blood test of a pregnancy tells as much as its
 * diagnosis. Said for the visits just written about, whichever of their parts came first. Guarded entries are few and
 * have an index of their own, so that asking costs little where there are none.
 */
export async function spreadTopics(tx: Tx, told: readonly Visit[]): Promise<void> {
  const visits = [...new Map(told.map((one) => [`${one.residentId}${one.visit}`, one])).values()];
  if (visits.length === 0) return;
  await tx.client.query({
    name: 'spread-record-topics',
    text: `with told as (select * from unnest($1::uuid[], $2::uuid[]) as n (resident, visit)),
             guarded as (
               select t.resident, t.visit, max(g.topic) as topic from told t cross join lateral (
                 select e.topic from record_entries e where e.resident_id = t.resident and e.encounter_id = t.visit and e.topic <> 'general'
                 union all
                 select e.topic from record_entries e where e.resident_id = t.resident and e.id = t.visit and e.topic <> 'general' offset 0) g
               group by 1, 2)
           update record_entries e set topic = g.topic from guarded g
           where e.resident_id = g.resident and e.topic = 'general' and (e.encounter_id = g.visit or e.id = g.visit)`,
    values: [visits.map((one) => one.residentId), visits.map((one) => one.visit)],
  });
}
