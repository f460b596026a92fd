import type { z } from 'zod';
import { refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { requireEditor } from './policy.ts';
import { getRule } from './queries/rules.ts';
import { canMove } from './rules.ts';
import type { ruleOutput } from './schema.ts';
import { type Editor, getVersion, lockRules, type RuleKey, recordMove } from './versions.ts';

/** Gives up a draft; it stays readable. */
export async function withdrawRule(
  ctx: Editor,
  { reason, ...key }: RuleKey & { reason: string },
): Promise<z.infer<typeof ruleOutput>> {
  requireEditor(ctx.actor);
  await transact(ctx.db, async (tx) => {
    await lockRules(tx);
    const { state } = await getVersion(tx.client, key);
    if (!canMove(state, 'withdrawn')) throw refused('guide-not-draft');
    await tx.client.query(
      `update guide_rules set state = 'withdrawn', updated_at = $3 where rule_id = $1 and version = $2`,
      [key.ruleId, key.version, ctx.clock.now()],
    );
    await recordMove(tx, ctx, 'navigation.withdraw-rule', { ...key, from: 'draft', to: 'withdrawn', reason });
  });
  return getRule(ctx, key.ruleId);
}
