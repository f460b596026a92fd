import type { z } from 'zod';
import { actorId } from '../../kernel/context.ts';
import { refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { requireEditor } from './policy.ts';
import { getRule } from './queries/rules.ts';
import { canPropose } from './rules.ts';
import { adding, replayChange, storeReplay } from './run-replay.ts';
import type { ruleOutput } from './schema.ts';
import { type Editor, getVersion, lockRules, type RuleKey, recordMove } from './versions.ts';
import { goesLiveAt, refuseLoss } from './when-live.ts';

/**
 * Hands a draft to a second clinician, with what it does to the stored cases. From then on its content stands.
 * A draft that loses a stored emergency is refused here already.
 */
export async function proposeRule(ctx: Editor, key: RuleKey): Promise<z.infer<typeof ruleOutput>> {
  requireEditor(ctx.actor);
  const view = await transact(ctx.db, async (tx) => {
    await lockRules(tx);
    const version = await getVersion(tx.client, key);
    const { can, rule } = canPropose(version);
    if (!can && rule) throw refused(rule);
    const liveFrom = goesLiveAt(version, ctx.clock.now());
    const found = await replayChange(tx.client, liveFrom, adding(version, liveFrom));
    const replayId = await storeReplay(tx, ctx, key, 'propose', found);
    if (found.blocked) return found;
    await tx.client.query(
      `update guide_rules set state = 'proposed', proposed_by = $3, updated_at = $4 where rule_id = $1 and version = $2`,
      [key.ruleId, key.version, actorId(ctx.actor), ctx.clock.now()],
    );
    await recordMove(tx, ctx, 'navigation.propose-rule', {
      ...{ ...key, from: 'draft', to: 'proposed', reason: version.reason, replayId },
    });
    return found;
  });
  refuseLoss(view);
  return getRule(ctx, key.ruleId);
}
