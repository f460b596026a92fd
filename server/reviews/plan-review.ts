import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { enqueue } from '../kernel/queue.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { requireOffice } from './policy.ts';
import type { planInput, planned } from './schema.ts';

/**
 * An office writes a sampling rule for its area or a part of it, and the draw is queued with it. The rule never
 * changes: another sample is another rule. Pressed twice it draws twice, which harms nobody.
 */
export async function planReview(
  ctx: ContextOf<'official'>,
  input: z.infer<typeof planInput>,
): Promise<z.infer<typeof planned>> {
  const office = requireOffice(ctx.actor);
  return transact(ctx.db, async (tx) => {
    const facilityIds = await hospitalsIn(tx, await pathWithin(tx, input.areaCode, office));
    if (facilityIds.length === 0) throw refused('review-no-hospitals');
    const id = ctx.ids.next();
    const seed = input.seed ?? id.slice(-12);
    await tx.client.query(
      `insert into reviews (id, title, purpose, office_path, area_code, kinds, period_from, period_to, size_kind, size, seed,
         facility_ids, created_at, created_by, created_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[id, input.title, input.purpose, office, input.areaCode, input.kinds, input.periodFrom, input.periodTo],
        ...[input.sizeKind, input.size, seed, facilityIds, ctx.clock.now(), ctx.actor.accountId, ctx.actor.name],
      ],
    );
    const detail = { areaCode: input.areaCode, purpose: input.purpose, seed, hospitals: facilityIds.length };
    await recordAudit(tx, ctx, {
      ...{ facilityId: null, action: 'reviews.plan', subjectType: 'review', subjectId: id },
      detail,
    });
    await enqueue(tx, 'reviews-draw', { reviewId: id }, { key: `review:${id}` });
    return { id };
  });
}

/** The path of an area, if it lies within the office's own; elsewhere nothing is found. */
async function pathWithin(tx: Tx, code: string, office: string): Promise<string> {
  const { rows } = await tx.client.query<{ path: string }>(
    'select path from regions where code = $1 and starts_with(path, $2)',
    [code, office],
  );
  if (!rows[0]) throw notFound('region');
  return rows[0].path;
}

/** Facilities of an area of which records are here. */
async function hospitalsIn(tx: Tx, path: string): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select distinct t.facility_id as id from record_tallies t join facilities f on f.id = t.facility_id
     where starts_with(f.region_path, $1) and t.what = 'kept' and t.entries > 0 order by 1`,
    [path],
  );
  return rows.map((row) => row.id);
}
