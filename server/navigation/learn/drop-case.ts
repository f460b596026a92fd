import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { actorId } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { requireEditor } from './policy.ts';
import type { confirmDropInput, Done, dropCaseInput } from './schema.ts';
import type { Editor } from './versions.ts';

/** Asks to leave a case out from now on. It goes on counting until a second clinician agrees. */
export async function askDrop(ctx: Editor, { id, reason }: z.infer<typeof dropCaseInput>): Promise<Done> {
  requireEditor(ctx.actor);
  await transact(ctx.db, async (tx) => {
    const { askedBy } = await lockCase(tx, id);
    if (askedBy) throw refused('guide-drop-asked');
    await tx.client.query('update guide_cases set drop_asked_by = $2, drop_reason = $3 where id = $1', [
      ...[id, actorId(ctx.actor), reason],
    ]);
    await audit(tx, ctx, 'navigation.ask-drop-case', id);
  });
  return { done: true };
}

/** The second person's yes: the case no longer counts, and stays readable. */
export async function confirmDrop(ctx: Editor, { id }: z.infer<typeof confirmDropInput>): Promise<Done> {
  requireEditor(ctx.actor);
  await transact(ctx.db, async (tx) => {
    const { askedBy } = await lockCase(tx, id);
    if (!askedBy) throw refused('guide-drop-not-asked');
    if (askedBy === actorId(ctx.actor)) throw refused('guide-second-person');
    await tx.client.query('update guide_cases set dropped_by = $2, dropped_at = $3 where id = $1', [
      ...[id, actorId(ctx.actor), ctx.clock.now()],
    ]);
    await audit(tx, ctx, 'navigation.drop-case', id);
  });
  return { done: true };
}

/** Takes the wish back, or turns it down: the case goes on counting. */
export async function keepCase(ctx: Editor, { id }: z.infer<typeof confirmDropInput>): Promise<Done> {
  requireEditor(ctx.actor);
  await transact(ctx.db, async (tx) => {
    const { askedBy } = await lockCase(tx, id);
    if (!askedBy) throw refused('guide-drop-not-asked');
    await tx.client.query('update guide_cases set drop_asked_by = null, drop_reason = null where id = $1', [id]);
    await audit(tx, ctx, 'navigation.keep-case', id);
  });
  return { done: true };
}

async function lockCase(tx: Tx, id: string): Promise<{ askedBy: string | null }> {
  const { rows } = await tx.client.query<{ askedBy: string | null }>(
    'select drop_asked_by as "askedBy" from guide_cases where id = $1 and dropped_at is null for update',
    [id],
  );
  if (!rows[0]) throw notFound('guide-case');
  return rows[0];
}

const audit = (tx: Tx, ctx: Editor, action: string, id: string) =>
  recordAudit(tx, ctx, { facilityId: null, action, subjectType: 'guide-case', subjectId: id });
