import type { Context } from '../../../kernel/context.ts';
import type { StoredStep } from './itinerary-rules.ts';

/** The stored steps of a visit, in their order. The caller has proven that it may see the visit. */
export async function findSteps(
  ctx: Pick<Context, 'db'>,
  facilityId: string,
  appointmentId: string,
): Promise<StoredStep[]> {
  const { rows } = await ctx.db.pool.query<StoredStep>({
    name: 'itinerary-steps',
    text: `select id, kind, test, label, place_id as "placeId", state, settled_at as "settledAt"
           from itinerary_steps where facility_id = $1 and appointment_id = $2 order by position, id`,
    values: [facilityId, appointmentId],
  });
  return rows;
}
