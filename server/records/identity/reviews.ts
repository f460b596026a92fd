import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { Patient, Verdict } from './verdict.ts';

type Case = Pick<Verdict, 'rule' | 'score' | 'evidence' | 'other'> & {
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
    text: `insert into identity_reviews (facility_id, id, source_id, candidate_id, rule, score, evidence, region_path, status, opened_at,
             other_facility_id, other_source_id, other_region_path)
           select $1, n.id, n.source, n.candidate, n.rule, n.score, n.evidence::jsonb, f.region_path, n.status, $8,
             o.id, n.other_source, o.region_path
           from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::numeric[], $7::text[], $9::text[], $10::text[], $11::text[])
             as n (id, source, candidate, rule, score, evidence, status, other, other_source)
           join facilities f on f.id = $1 left join facilities o on o.id = n.other
           on conflict (facility_id, source_id) where status in ('open', 'asked') do update set
             candidate_id = excluded.candidate_id, other_facility_id = excluded.other_facility_id,
             other_source_id = excluded.other_source_id, other_region_path = excluded.other_region_path, rule = excluded.rule, score = excluded.score, evidence = excluded.evidence,
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
      ...[cases.map((one) => one.other?.facilityId), cases.map((one) => one.other?.sourceId)],
    ],
  });
}

/**
 * Those of whom nobody is asked yet from the other side: two patients without a number are one question. Of two cases
 * that were opened in the same second the first stays.
 */
export async function withoutAsked<C extends Pick<Case, 'sourceId' | 'other'>>(
  tx: Tx,
  facilityId: string,
  cases: readonly C[],
): Promise<C[]> {
  const paired = cases.filter((one) => one.other);
  if (paired.length === 0) return [...cases];
  const { rows } = await tx.client.query<{ sourceId: string }>({
    name: 'find-cases-of-the-other-side',
    text: `select n.source as "sourceId" from unnest($2::text[], $3::text[], $4::text[]) as n (source, other, other_source)
           join identity_reviews v on v.facility_id = n.other and v.source_id = n.other_source
             and v.other_facility_id = $1 and v.other_source_id = n.source and v.status in ('open', 'asked')
           left join identity_reviews mine on mine.facility_id = $1 and mine.source_id = n.source and mine.status in ('open', 'asked')
             and mine.other_facility_id = n.other and mine.other_source_id = n.other_source
           where mine.id is null or v.id < mine.id`,
    values: [
      facilityId,
      paired.map((one) => one.sourceId),
      ...[paired.map((one) => one.other?.facilityId), paired.map((one) => one.other?.sourceId)],
    ],
  });
  const asked = new Set(rows.map((row) => row.sourceId));
  return cases.filter((one) => !asked.has(one.sourceId));
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

/**
 * Records of which somebody has said that they are another person's, by the hospital's id of the patient; what was said
 * of two patients holds for either.
 */
export async function findDenied(
  tx: Tx,
  facilityId: string,
  sourceIds: string[],
  ownOf: (one: Patient) => string,
): Promise<Map<string, Set<string>>> {
  const { rows } = await tx.client.query<{ deniedTo: string; candidateId: string | null } & Patient>({
    name: 'find-denied-identities',
    text: `select source_id as "deniedTo", candidate_id as "candidateId", facility_id as "facilityId", source_id as "sourceId"
           from identity_reviews where facility_id = $1 and source_id = any($2) and status = 'different'
           union all select other_source_id, null, facility_id, source_id
           from identity_reviews where other_facility_id = $1 and other_source_id = any($2) and status = 'different'`,
    values: [facilityId, sourceIds],
  });
  const groups = Map.groupBy(rows, (row) => row.deniedTo);
  return new Map([...groups].map(([id, all]) => [id, new Set(all.map((row) => row.candidateId ?? ownOf(row)))]));
}
