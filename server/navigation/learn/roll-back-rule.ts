import type { z } from 'zod';
import { refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { forgetLiveRules } from './live-rules.ts';
import { requireEditor } from './policy.ts';
import { getRule } from './queries/rules.ts';
import { canRollBack, comingVersion, liveVersion } from './rules.ts';
import { replayChange, storeReplay, without } from './run-replay.ts';
import type { ruleOutput } from './schema.ts';
import { type Editor, listVersions, lockRules, type RuleKey, recordMove } from './versions.ts';
import { refuseLoss } from './when-live.ts';

/**
 * Takes back the version that applies, or the one that is coming, in one step by one person: what two persons
 * approved before it applies again at once. Not when a stored emergency would be lost by it.
 */
export async function rollBackRule(
  ctx: Editor,
  { reason, ...key }: RuleKey & { reason: string },
): Promise<z.infer<typeof ruleOutput>> {
  requireEditor(ctx.actor);
  const view = await transact(ctx.db, async (tx) => {
    await lockRules(tx);
    const now = ctx.clock.now();
    const versions = await listVersions(tx.client, key.ruleId);
    const current = comingVersion(versions, now) ?? liveVersion(versions, now);
    const { can, rule } = canRollBack(current?.version === key.version ? current : undefined);
    if (!can && rule) throw refused(rule);
    const found = await replayChange(tx.client, now, without(key));
    const replayId = await storeReplay(tx, ctx, key, 'roll-back', found);
    if (found.blocked) return found;
    await tx.client.query(
      `update guide_rules set state = 'rolled-back', updated_at = $3 where rule_id = $1 and version = $2`,
      [key.ruleId, key.version, now],
    );
    await recordMove(tx, ctx, 'navigation.roll-back-rule', {
      ...{ ...key, from: 'approved', to: 'rolled-back', reason, replayId },
    });
    return found;
  });
  forgetLiveRules(ctx.db);
  refuseLoss(view);
  return getRule(ctx, key.ruleId);
}
