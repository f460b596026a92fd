import type { z } from 'zod';
import type { ContextOf } from '../kernel/context.ts';
import type { Refusal } from '../kernel/errors.ts';
import { reachOf } from '../residents/queries.ts';
import { getRuledTarget } from './find-target.ts';
import type { whoMayBookInput, whoMayBookOutput } from './schema.ts';
import { findStanding } from './standing.ts';
import { standingRefusal } from './standing-rules.ts';

/**
 * Which of the account's people could have a number of this session, and for the others the very refusal that the
 * commit would give, so that nobody chooses first and is told afterwards (A19).
 */
export async function whoMayBook(
  ctx: ContextOf<'resident'>,
  { facilityId, sessionId, changes }: z.infer<typeof whoMayBookInput>,
): Promise<z.infer<typeof whoMayBookOutput>> {
  const now = ctx.clock.now();
  const { target, rules } = await getRuledTarget(ctx, facilityId, sessionId);
  const people: z.infer<typeof whoMayBookOutput>['people'] = [];
  for (const residentId of await reachOf(ctx)) {
    const standing = await findStanding(ctx.db.pool, residentId, now);
    if (!standing) continue;
    const refusal = standingRefusal(standing, target, rules, { staffed: false, changes }, now);
    people.push({ residentId, refusal: refusal && wire(refusal) });
  }
  return { people };
}

const wire = ({ rule, params = {}, nextAt }: Refusal) => ({ rule, params, nextAt: nextAt ?? null });
