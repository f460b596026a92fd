import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { requireKeeper } from './policy.ts';
import { getTemplate } from './queries/templates.ts';
import type { endTemplateInput, endTemplateOutput } from './schema/console.ts';

/**
 * The template lays out nothing after `lastDay`. Sessions published before stay, because residents may hold
 * their numbers; how many those are is returned, so that each can be stopped on purpose. Repeating is harmless.
 */
export async function endTemplate(
  ctx: ContextOf<'staff'>,
  { id, lastDay }: z.infer<typeof endTemplateInput>,
): Promise<z.infer<typeof endTemplateOutput>> {
  const { facilityId } = ctx.actor;
  requireKeeper(ctx, facilityId);
  const remaining = await transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ before: string | null }>(
      'select valid_to as before from session_templates where facility_id = $1 and id = $2 for update',
      [facilityId, id],
    );
    if (!rows[0]) throw notFound('template');
    if (rows[0].before !== lastDay) {
      await tx.client.query(
        'update session_templates set valid_to = $3, updated_at = $4 where facility_id = $1 and id = $2',
        [...[facilityId, id, lastDay], ctx.clock.now()],
      );
      const detail = { lastDay, before: rows[0].before };
      await recordAudit(tx, ctx, {
        facilityId,
        action: 'schedules.end-template',
        subjectType: 'template',
        subjectId: id,
        detail,
      });
    }
    const left = await tx.client.query<{ n: number }>(
      `select count(*) as n from sessions where facility_id = $1 and template_id = $2 and date > $3 and status in ('published', 'halted')`,
      [facilityId, id, lastDay],
    );
    return left.rows[0]?.n ?? 0;
  });
  return { template: await getTemplate(ctx, facilityId, id), remaining };
}
