import type { Tx } from '../kernel/transaction.ts';
import type { Rights } from './rules.ts';

/**
 * What the person has decided until now, in one statement. Read anew for every reading and kept nowhere, so that a
 * word taken back holds from the next reading on.
 */
export async function findRights(db: Pick<Tx['client'], 'query'>, residentId: string): Promise<Rights> {
  const { rows } = await db.query<Rights>({
    name: 'find-rights',
    text: `select
             (select coalesce(json_agg(c), '[]') from (
                select distinct on (purpose, topic) purpose, topic, given, text_version as "textVersion" from consents
                where resident_id = $1 order by purpose, topic, at desc, id desc) c) as choices,
             (select coalesce(json_agg(d), '[]') from (
                select kind, entry_id as "entryId", facility_id as "facilityId", worker_id as "workerId", worker_name as "workerName"
                from denials where resident_id = $1 and ended_at is null) d) as denials`,
    values: [residentId],
  });
  return rows[0] ?? { choices: [], denials: [] };
}
