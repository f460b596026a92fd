import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import type { confirmPlacesInput } from '../schema/places.ts';
import { expectGuide } from './policy.ts';

/** Somebody walked the house and says that the map is right: all places get that owner and the day of the next look. */
export async function confirmPlaces(
  ctx: ContextOf<'staff'>,
  input: z.infer<typeof confirmPlacesInput>,
): Promise<{ places: number }> {
  const { facilityId } = ctx.actor;
  expectGuide(ctx.actor, facilityId, 'keep-places');
  if (input.reviewBy <= regionDay(ctx.clock.now())) throw invalid('review-past');
  return transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      `update places set owner = $2, review_by = $3, sample = false, updated_at = $4 where facility_id = $1`,
      [facilityId, input.owner, input.reviewBy, ctx.clock.now()],
    );
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'navigation.confirm-places', subjectType: 'facility', subjectId: facilityId },
      detail: { places: rowCount, reviewBy: input.reviewBy },
    });
    return { places: rowCount ?? 0 };
  });
}
