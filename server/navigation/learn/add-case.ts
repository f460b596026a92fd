import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { actorId } from '../../kernel/context.ts';
import { conflict, invalid } from '../../kernel/errors.ts';
import { transact, violated } from '../../kernel/transaction.ts';
import { labels } from '../understand/labels.ts';
import { requireEditor } from './policy.ts';
import type { addCaseInput, Done } from './schema.ts';
import type { Editor } from './versions.ts';

/**
 * Stores a sentence that every later change is tried on. The client chose the id, so sending it again stores it
 * once. It is made up by a clinician: what residents type is stored nowhere.
 */
export async function addCase(ctx: Editor, wish: z.infer<typeof addCaseInput>): Promise<Done> {
  requireEditor(ctx.actor);
  if (wish.label !== null && !labels.some(({ label }) => label === wish.label)) throw invalid('guide-label-unknown');
  try {
    await transact(ctx.db, async (tx) => {
      const { rowCount } = await tx.client.query(
        `insert into guide_cases (id, text, facts, expects, label, reason, author_id, author_name, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
        [
          ...[wish.id, wish.text, JSON.stringify(wish.facts), wish.expects, wish.label, wish.reason],
          ...[actorId(ctx.actor), ctx.actor.name, ctx.clock.now()],
        ],
      );
      if (rowCount === 0) return;
      await recordAudit(tx, ctx, {
        facilityId: null,
        action: 'navigation.add-case',
        subjectType: 'guide-case',
        subjectId: wish.id,
        detail: { expects: wish.expects, label: wish.label },
      });
    });
  } catch (error) {
    if (violated(error) === 'guide_cases_text') throw conflict('guide-case-known');
    throw error;
  }
  return { done: true };
}
