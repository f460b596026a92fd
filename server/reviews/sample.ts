import { textVersions } from '../consents/rules.ts';
import { addDays, regionInstant } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { sampleSize, soughtBy } from './rules.ts';
import type { SampleKind } from './schema/words.ts';

export type Rule = {
  purpose: 'quality' | 'research';
  kinds: SampleKind[];
  periodFrom: string;
  periodTo: string;
  sizeKind: 'count' | 'share';
  size: number;
  seed: string;
};
export type Candidate = { id: string; residentId: string };

/**
 * Draws one hospital's part: everything the rule means, ordered by the hash of seed and id, the first of them. The same
 * seed draws the same again, as long as nothing came or went; guarded topics and what people keep back never take
 * part, and for research only those who said yes.
 */
export async function drawFrom(
  { db }: Pick<Context, 'db'>,
  facilityId: string,
  rule: Rule,
  most: number,
): Promise<{ population: number; drawn: Candidate[] }> {
  const { types, visitKinds } = soughtBy(rule.kinds);
  const { rows } = await db.pool.query<Candidate & { population: number }>({
    name: 'draw-review-sample',
    text: `select e.id, e.resident_id as "residentId", count(*) over ()::int as population
           from record_entries e
           where e.facility_id = $1 and e.type = any($2) and (e.type <> 'Encounter' or e.facts->>'visitKind' = any($3))
             and e.starts_at >= $4 and e.starts_at < $5 and not e.deleted and e.status <> 'entered-in-error' and e.topic = 'general'
             and not exists (select 1 from denials d where d.resident_id = e.resident_id and d.kind = 'entry'
               and d.ended_at is null and (d.entry_id = e.id or d.entry_id = e.encounter_id))
             and ($6 = 'quality' or coalesce((select c.given and c.text_version >= $7 from consents c
               where c.resident_id = e.resident_id and c.purpose = 'research' and c.topic = 'general'
               order by c.at desc, c.id desc limit 1), false))
           order by sha256(convert_to($8 || e.id::text, 'UTF8')), e.id limit $9`,
    values: [
      ...[facilityId, types, visitKinds, regionInstant(rule.periodFrom, '00:00')],
      ...[regionInstant(addDays(rule.periodTo, 1), '00:00'), rule.purpose, textVersions.research, rule.seed, most],
    ],
  });
  const population = rows[0]?.population ?? 0;
  const drawn = rows.slice(0, sampleSize(rule.sizeKind, rule.size, population, most));
  return { population, drawn: drawn.map(({ id, residentId }) => ({ id, residentId })) };
}

/** When a hospital's first record came: what lies before cannot have been late. */
export async function findSince({ db, clock }: Pick<Context, 'db' | 'clock'>, facilityId: string): Promise<Date> {
  const { rows } = await db.pool.query<{ since: Date | null }>({
    name: 'records-since',
    text: `select min(first_at) as since from record_tallies where facility_id = $1 and what = 'kept'`,
    values: [facilityId],
  });
  return rows[0]?.since ?? clock.now();
}
