import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { cursorAt, placeOf } from '../kernel/page.ts';
import { dueDays } from './due.ts';
import { getReview, type Review, reviewColumns } from './find-review.ts';
import { mayJudge, mayReadReview, requireOffice } from './policy.ts';
import { reviewRulesOn } from './rules.ts';
import { drawFrom } from './sample.ts';
import type * as schema from './schema.ts';
import { noFindings, standingOf, sumStanding } from './standing.ts';

type Official = ContextOf<'official'>;
type Counted = { reviewId: string; hospitals: number; items: number };
const atOnce = 20;

/** Reviews of the own office and of those below, the latest first, each with how far it has come. */
export async function listReviews(
  ctx: Official,
  { cursor }: z.infer<typeof schema.listInput>,
): Promise<z.infer<typeof schema.listOutput>> {
  const [at, id] = placeOf(cursor);
  const { rows } = await ctx.db.pool.query<Review>({
    name: 'list-reviews',
    text: `select ${reviewColumns} from reviews r join regions a on a.code = r.area_code
           where starts_with(r.office_path, $1) and ($2::timestamptz is null or (r.created_at, r.id) < ($2, $3::uuid))
           order by r.created_at desc, r.id desc limit ${atOnce + 1}`,
    values: [requireOffice(ctx.actor), at, id],
  });
  const shown = rows.slice(0, atOnce);
  const last = rows.length > atOnce ? shown.at(-1) : undefined;
  return {
    reviews: await withCounts(ctx, shown),
    next: last ? cursorAt(last.createdAt, last.id) : null,
    asOf: ctx.clock.now(),
  };
}

async function withCounts(ctx: Official, found: readonly Review[]): Promise<schema.ReviewRow[]> {
  const ids = found.map((one) => one.id);
  const [strata, findings] = await Promise.all([
    ctx.db.pool.query<Counted>({
      name: 'count-review-strata',
      text: `select review_id as "reviewId", count(*)::int as hospitals, sum(drawn)::int as items
             from review_strata where review_id = any($1::uuid[]) group by 1`,
      values: [ids],
    }),
    ctx.db.pool.query<{ reviewId: string; standing: schema.Standing }>({
      name: 'count-review-findings',
      text: `select f.review_id as "reviewId", ${standingOf('$2')} from review_findings f where f.review_id = any($1::uuid[]) group by 1`,
      values: [ids, ctx.clock.now()],
    }),
  ]);
  const drawn = new Map(strata.rows.map((row) => [row.reviewId, row]));
  const standing = new Map(findings.rows.map((row) => [row.reviewId, row.standing]));
  return found.map(({ id, title, purpose, areaName, createdAt, createdByName, facilityIds }) => ({
    ...{ id, title, purpose, areaName, createdAt, createdByName, hospitals: facilityIds.length },
    drawnHospitals: drawn.get(id)?.hospitals ?? 0,
    items: drawn.get(id)?.items ?? 0,
    standing: standing.get(id) ?? noFindings,
  }));
}

/** A review for its readers; elsewhere it does not exist. */
export async function readReview(ctx: Official, id: string): Promise<Review> {
  const review = await getReview(ctx, id);
  if (!mayReadReview(ctx.actor, review.officePath)) throw notFound('review');
  return review;
}

/** One review: the rule with its seed, each hospital's part, and what the checks proposed by rule. */
export async function getOneReview(
  ctx: Official,
  { id }: z.infer<typeof schema.reviewInput>,
): Promise<schema.ReviewOutput> {
  const review = await readReview(ctx, id);
  const [row] = await withCounts(ctx, [review]);
  if (!row) throw notFound('review');
  const { kinds, periodFrom, periodTo, sizeKind, size, seed } = review;
  const [strata, rules] = await Promise.all([listStrata(ctx, review), countRules(ctx, id)]);
  return { ...row, kinds, periodFrom, periodTo, sizeKind, size, seed, strata, rules, asOf: ctx.clock.now() };
}

type Stratum = Omit<schema.ReviewOutput['strata'][number], 'standing'> & { standing: schema.Standing | null };

async function listStrata(ctx: Official, { id, facilityIds }: Review): Promise<schema.ReviewOutput['strata']> {
  const { rows } = await ctx.db.pool.query<Stratum>({
    name: 'list-review-strata',
    text: `with counts as (select f.facility_id, ${standingOf('$3')} from review_findings f
                           where f.review_id = $1 and f.facility_id = any($2) group by 1)
           select h.id as "facilityId", h.name as "facilityName", s.population, s.drawn, c.standing
           from facilities h left join review_strata s on s.facility_id = h.id and s.review_id = $1
           left join counts c on c.facility_id = h.id where h.id = any($2) order by h.id`,
    values: [id, facilityIds, ctx.clock.now()],
  });
  return rows.map((row) => ({ ...row, standing: row.standing ?? noFindings }));
}

async function countRules({ db }: Pick<Context, 'db'>, id: string): Promise<schema.ReviewOutput['rules']> {
  const { rows } = await db.pool.query<schema.ReviewOutput['rules'][number]>({
    name: 'count-review-rules',
    text: `select rule, count(*)::int as count from review_findings where review_id = $1 and state <> 'dismissed'
           group by rule order by count(*) desc, rule`,
    values: [id],
  });
  return rows;
}

type ItemRow = Omit<schema.HospitalOutput['items'][number], 'standing'> & { standing: schema.Standing | null };

/** One hospital's part of a review: the visits drawn, each with its findings. */
export async function getHospital(
  ctx: Official,
  { id, facilityId }: z.infer<typeof schema.hospitalInput>,
): Promise<schema.HospitalOutput> {
  const review = await readReview(ctx, id);
  const now = ctx.clock.now();
  const { rows: strata } = await ctx.db.pool.query<{ name: string; population: number }>({
    name: 'get-review-stratum',
    text: `select h.name, s.population from review_strata s join facilities h on h.id = s.facility_id
           where s.facility_id = $1 and s.review_id = $2`,
    values: [facilityId, id],
  });
  if (!strata[0]) throw notFound('review');
  const { rows } = await ctx.db.pool.query<ItemRow>({
    name: 'list-review-items',
    text: `with counts as (select f.item_id, ${standingOf('$3')} from review_findings f
                           where f.facility_id = $1 and f.review_id = $2 group by 1)
           select i.id, i.number, i.sheet->>'kind' as kind, i.sheet->>'month' as month, cardinality(i.entries) as lines,
             i.later is not null as newer, c.standing
           from review_items i left join counts c on c.item_id = i.id
           where i.facility_id = $1 and i.review_id = $2 order by i.number`,
    values: [facilityId, id, now],
  });
  const items = rows.map((row) => ({ ...row, standing: row.standing ?? noFindings }));
  return {
    review: { id, title: review.title, purpose: review.purpose },
    facility: { id: facilityId, name: strata[0].name },
    ...{ population: strata[0].population, items, standing: sumStanding(items.map((one) => one.standing)) },
    ...{ mayJudge: mayJudge(ctx.actor, review.officePath, false), ...dueDays(now), asOf: now },
  };
}

/** Draws a hospital's part again from the kept seed: how much of it is the same today. Nothing is written. */
export async function drawAgain(
  ctx: Official,
  { id, facilityId }: z.infer<typeof schema.hospitalInput>,
): Promise<z.infer<typeof schema.againOutput>> {
  const review = await readReview(ctx, id);
  if (!review.facilityIds.includes(facilityId)) throw notFound('review');
  const { perHospitalMost } = reviewRulesOn(regionDay(ctx.clock.now()));
  const { population, drawn } = await drawFrom(ctx, facilityId, review, perHospitalMost);
  const { rows } = await ctx.db.pool.query<{ id: string }>({
    name: 'list-review-entries',
    text: 'select entry_id as id from review_items where facility_id = $1 and review_id = $2',
    values: [facilityId, id],
  });
  const before = new Set(rows.map((row) => row.id));
  return { population, drawn: before.size, same: drawn.filter((one) => before.has(one.id)).length };
}
