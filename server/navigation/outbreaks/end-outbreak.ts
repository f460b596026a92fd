import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { actorId, type ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { requireArea } from '../policy.ts';
import type { endOutbreakInput, ownOutbreaksOutput } from '../schema/outbreaks.ts';
import { listOwnOutbreaks } from './queries.ts';

/** From the commit on fever in the area is advised on as usual. A notice of an office above is not this one's to end. */
export async function endOutbreak(
  ctx: ContextOf<'official'>,
  { id, reason }: z.infer<typeof endOutbreakInput>,
): Promise<z.infer<typeof ownOutbreaksOutput>> {
  await transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ path: string; endedAt: Date | null }>(
      'select region_path as path, ended_at as "endedAt" from outbreak_notices where id = $1 for update',
      [id],
    );
    if (!rows[0]) throw notFound('outbreak');
    requireArea(ctx.actor, rows[0].path, 'outbreak');
    if (rows[0].endedAt) return;
    await tx.client.query('update outbreak_notices set ended_at = $2, ended_by = $3 where id = $1', [
      ...[id, ctx.clock.now(), actorId(ctx.actor)],
    ]);
    await recordAudit(tx, ctx, {
      facilityId: null,
      action: 'navigation.end-outbreak',
      subjectType: 'outbreak',
      subjectId: id,
      detail: { reason },
    });
  });
  return listOwnOutbreaks(ctx);
}
