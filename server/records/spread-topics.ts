import type { Tx } from '../kernel/transaction.ts';

export type Visit = { residentId: string; visit: string };
type Mark = { residentId: string; id: string; type: string; topic: string };

/**
 * What belongs to a visit on a guarded topic is guarded with it: the blood test of a pregnancy tells as much as its
 * diagnosis. Said for the visits just written about, whichever of their parts came first. Guarded entries are few and
 * have an index of their own, so that asking costs little where there are none. Answers what was marked.
 */
export async function spreadTopics(tx: Tx, told: readonly Visit[]): Promise<Mark[]> {
  const visits = [...new Map(told.map((one) => [`${one.residentId}${one.visit}`, one])).values()];
  if (visits.length === 0) return [];
  const { rows } = await tx.client.query<Mark>({
    name: 'find-topics-to-spread',
    text: `select distinct x.resident_id as "residentId", x.id, x.type, g.topic from unnest($1::uuid[], $2::uuid[]) as t (resident, visit)
           cross join lateral (select max(one.topic) as topic from (
             select e.topic from record_entries e where e.resident_id = t.resident and e.encounter_id = t.visit and e.topic <> 'general'
             union all
             select e.topic from record_entries e where e.resident_id = t.resident and e.id = t.visit and e.topic <> 'general') one) g
           cross join lateral (
             select e.resident_id, e.id, e.type from record_entries e where e.resident_id = t.resident and e.encounter_id = t.visit and e.topic = 'general'
             union all
             select e.resident_id, e.id, e.type from record_entries e where e.resident_id = t.resident and e.id = t.visit and e.topic = 'general') x
           where g.topic is not null`,
    values: [visits.map((one) => one.residentId), visits.map((one) => one.visit)],
  });
  for (const [topic, marks] of Map.groupBy(rows, (one) => one.topic)) {
    await tx.client.query({
      name: 'spread-record-topic',
      text: `update record_entries set topic = $1 where id = any($2::uuid[]) and resident_id = any($3::uuid[]) and topic = 'general'`,
      values: [topic, marks.map((one) => one.id), marks.map((one) => one.residentId)],
    });
  }
  return rows;
}
