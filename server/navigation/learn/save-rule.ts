import type { z } from 'zod';
import { actorId } from '../../kernel/context.ts';
import { conflict, refused } from '../../kernel/errors.ts';
import { transact, violated } from '../../kernel/transaction.ts';
import { requireEditor } from './policy.ts';
import { getRule } from './queries/rules.ts';
import { canEdit } from './rules.ts';
import type { ruleOutput, saveRuleInput } from './schema.ts';
import { shipRulesOnce } from './ship-rules.ts';
import { type Editor, listVersions, recordMove, type VersionRow } from './versions.ts';

type Wish = z.infer<typeof saveRuleInput>;

/**
 * Keeps a change of a rule as a draft that nobody is advised by. One draft a rule: saving again changes it, and
 * whoever saved last is its author. Saving the same twice leaves one draft.
 */
export async function saveRule(ctx: Editor, wish: Wish): Promise<z.infer<typeof ruleOutput>> {
  requireEditor(ctx.actor);
  const { kind, content } = wish.rule;
  await shipRulesOnce(ctx);
  try {
    await transact(ctx.db, async (tx) => {
      const [newest] = await listVersions(tx.client, content.id);
      checkWish(wish, newest);
      const now = ctx.clock.now();
      const fresh = newest?.state !== 'draft';
      const version = fresh ? (newest?.version ?? 0) + 1 : newest.version;
      const { rowCount } = await tx.client.query(
        `insert into guide_rules as r (rule_id, version, kind, content, ends, state, reason, author_id, created_at, updated_at)
         values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $8)
         on conflict (rule_id, version) do update set content = excluded.content, ends = excluded.ends,
           reason = excluded.reason, author_id = excluded.author_id, updated_at = excluded.updated_at
         where r.state = 'draft'`,
        [content.id, version, kind, JSON.stringify(content), wish.ends, wish.reason, actorId(ctx.actor), now],
      );
      if (rowCount === 0) throw conflict('guide-changed-meanwhile');
      await recordMove(tx, ctx, fresh ? 'navigation.draft-rule' : 'navigation.change-draft', {
        ...{ ruleId: content.id, version, from: fresh ? null : 'draft', to: 'draft', reason: wish.reason },
      });
    });
  } catch (error) {
    if (violated(error)) throw conflict('guide-changed-meanwhile');
    throw error;
  }
  return getRule(ctx, content.id);
}

function checkWish({ rule: { kind }, ends }: Wish, newest: VersionRow | undefined): void {
  const { can, rule } = canEdit(newest);
  if (!can && rule) throw refused(rule);
  if (newest && newest.kind !== kind) throw refused('guide-kind-fixed');
  // a number that the guide gives out is asked for by its id: none can be added or taken away from here
  if (kind === 'setting' && (!newest || ends)) throw refused('guide-setting-fixed');
  if (ends && !newest) throw refused('guide-nothing-to-end');
}
