import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { Verdict } from './verdict.ts';

type Case = Pick<Verdict, 'rule' | 'score' | 'evidence'> & {
  sourceId: string;
  candidateId: string | null;
  status: 'open' | 'auto';
};

/** Lays patients before people, or among the links by likeness; a case that waits gets what is known now. */
export async function openReviews(
  tx: Tx,
  ctx: Pick<Context, 'ids' | 'clock'>,
  facilityId: string,
  cases: readonly Case[],
): Promise<void> {
  if (cases.length === 0) return;
  await tx.client.query({
    name: 'open-identity-reviews',
    text: `insert into identity_reviews (facility_id, id, source_id, candidate_id, rule, score, evidence, region_path, status, opened_at)
           select $1, n.id, n.source, n.candidate, n.rule, n.score, n.evidence::jsonb, f.region_path, n.status, $8
           from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::numeric[], $7::text[], $9::text[])
             as n (id, source, candidate, rule, score, evidence, status), facilities f where f.id = $1
           on conflict (facility_id, source_id) where status in ('open', 'asked') do update set
             candidate_id = excluded.candidate_id, rule = excluded.rule, score = excluded.score, evidence = excluded.evidence,
             status = case when identity_reviews.evidence = excluded.evidence then identity_reviews.status else 'open' end`,
    values: [
      ...[
        facilityId,
        cases.map(() => ctx.ids.next()),
        cases.map((one) => one.sourceId),
        cases.map((one) => one.candidateId),
      ],
      ...[cases.map((one) => one.rule), cases.map((one) => one.score)],
      ...[cases.map((one) => JSON.stringify(one.evidence)), ctx.clock.now()],
      cases.map((one) => one.status),
    ],
  });
}

/** Cases that news of the patient answered; what still waits for people is left to `openReviews`. */
export async function settleReviews(
  tx: Tx,
  ctx: Pick<Context, 'clock'>,
  facilityId: string,
  answered: string[],
  waiting: readonly Pick<Case, 'sourceId'>[],
): Promise<void> {
  if (answered.length === 0) return;
  await tx.client.query({
    name: 'settle-identity-reviews',
    text: `update identity_reviews set status = 'settled', decided_at = $3
           where facility_id = $1 and source_id = any($2)
             and (status = 'auto' or status in ('open', 'asked') and not source_id = any($4))`,
    values: [facilityId, answered, ctx.clock.now(), waiting.map((one) => one.sourceId)],
  });
}

/** Records of which somebody has said that they are another person's, by the hospital's id of the patient. */
export async function findDenied(tx: Tx, facilityId: string, sourceIds: string[]): Promise<Map<string, Set<string>>> {
  const { rows } = await tx.client.query<{ sourceId: string; candidateId: string }>({
    name: 'find-denied-identities',
    text: `select source_id as "sourceId", candidate_id as "candidateId" from identity_reviews
           where facility_id = $1 and source_id = any($2) and status = 'different'`,
    values: [facilityId, sourceIds],
  });
  const groups = Map.groupBy(rows, (row) => row.sourceId);
  return new Map([...groups].map(([id, all]) => [id, new Set(all.map((row) => row.candidateId))]));
}
