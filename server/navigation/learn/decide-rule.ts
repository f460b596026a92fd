import type { z } from 'zod';
import { actorId } from '../../kernel/context.ts';
import { refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { forgetLiveRules } from './live-rules.ts';
import { requireEditor } from './policy.ts';
import { getRule } from './queries/rules.ts';
import { canDecide } from './rules.ts';
import { adding, replayChange, storeReplay } from './run-replay.ts';
import type { ruleOutput } from './schema.ts';
import { type Editor, getVersion, lockRules, type RuleKey, recordMove } from './versions.ts';
import { goesLiveAt, refuseLoss } from './when-live.ts';

type Answer = Promise<z.infer<typeof ruleOutput>>;

/**
 * The second person's yes: the version goes live on its day, unless the stored cases, read once more with all
 * that was decided meanwhile, lose an emergency. Of two who approve at once one is told that it is done.
 */
export async function approveRule(ctx: Editor, key: RuleKey): Answer {
  requireEditor(ctx.actor);
  const view = await transact(ctx.db, async (tx) => {
    await lockRules(tx);
    const version = await getVersion(tx.client, key);
    const { can, rule } = canDecide(version, actorId(ctx.actor));
    if (!can && rule) throw refused(rule);
    const now = ctx.clock.now();
    const liveFrom = goesLiveAt(version, now);
    const found = await replayChange(tx.client, liveFrom, adding(version, liveFrom));
    const replayId = await storeReplay(tx, ctx, key, 'approve', found);
    if (found.blocked) return found;
    await tx.client.query(
      `update guide_rules set state = 'approved', decided_by = $3, live_from = $4, replay_id = $5, updated_at = $6
       where rule_id = $1 and version = $2`,
      [key.ruleId, key.version, actorId(ctx.actor), liveFrom, replayId, now],
    );
    await recordMove(tx, ctx, 'navigation.approve-rule', {
      ...{ ...key, from: 'proposed', to: 'approved', reason: '', replayId },
    });
    return found;
  });
  forgetLiveRules(ctx.db);
  refuseLoss(view);
  return getRule(ctx, key.ruleId);
}

/** The second person's no, with the reason: it is a draft again, for its author to mend. */
export async function returnRule(ctx: Editor, { reason, ...key }: RuleKey & { reason: string }): Answer {
  requireEditor(ctx.actor);
  await transact(ctx.db, async (tx) => {
    await lockRules(tx);
    const version = await getVersion(tx.client, key);
    const { can, rule } = canDecide(version, actorId(ctx.actor));
    if (!can && rule) throw refused(rule);
    await tx.client.query(
      `update guide_rules set state = 'draft', proposed_by = null, updated_at = $3 where rule_id = $1 and version = $2`,
      [key.ruleId, key.version, ctx.clock.now()],
    );
    await recordMove(tx, ctx, 'navigation.return-rule', { ...key, from: 'proposed', to: 'draft', reason });
  });
  return getRule(ctx, key.ruleId);
}
