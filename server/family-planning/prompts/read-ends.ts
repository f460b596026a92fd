import type { Tx } from '../../kernel/transaction.ts';
import type { Person } from '../../residents/queries.ts';
import { endTypes, type PregnancyEnd, pregnancyEnds, type Told } from '../rules/pregnancy-ends.ts';

/** What a doctor only suspects, or has ruled out, has not happened. */
const unsure = 'verification-status=%|';
const unsureStates = ['refuted', 'entered-in-error', 'unconfirmed', 'provisional', 'differential'];

/** The ends of pregnancies that hospitals tell of now, from `since` on; what they have deleted says nothing. */
export async function readEnds(
  tx: Tx,
  residentId: string,
  person: Person,
  since: string,
  today: string,
): Promise<PregnancyEnd[]> {
  const { rows } = await tx.client.query<Told>({
    name: 'read-pregnancy-ends',
    text: `select e.type, e.code, e.title, e.status,
             to_char(e.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
           from record_entries e
           where e.resident_id = $1 and e.type = any($2) and e.topic = 'family_planning' and not e.deleted and e.starts_at >= $3
             and not exists (select from unnest(e.search) as said (word) where said.word like any($4))
           order by e.starts_at, e.id limit 500`,
    values: [residentId, endTypes, since, unsureStates.map((state) => `${unsure}${state}`)],
  });
  return pregnancyEnds(rows, person, today);
}
