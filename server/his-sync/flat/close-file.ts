import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { actorId, type ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import type { closeInput, closeOutput } from './schema.ts';

/**
 * Gives up what of a file was still to be mended: its cells are forgotten, the reason and who gave it stay with the file.
 * Rows that only wait for their patient wait on. Where nothing is open any more it is refused, so a repetition is harmless.
 */
export function closeFile(
  ctx: ContextOf<'staff'>,
  { id, why }: z.infer<typeof closeInput>,
): Promise<z.infer<typeof closeOutput>> {
  const { facilityId } = ctx.actor;
  const now = ctx.clock.now();
  return transact(ctx.db, async (tx) => {
    const file = await tx.client.query(
      `update his_files set closed_at = $3, closed_by = $4, closed_why = $5 where facility_id = $1 and id = $2`,
      [facilityId, id, now, actorId(ctx.actor), why],
    );
    if (file.rowCount === 0) throw notFound('his-file');
    const { rowCount } = await tx.client.query(
      `update his_file_rows set settled_at = $3, outcome = 'given-up', sealed = null
       where facility_id = $1 and file_id = $2 and settled_at is null and not waits`,
      [facilityId, id, now],
    );
    const rows = rowCount ?? 0;
    if (rows === 0) throw refused('file-nothing-open');
    const what = { action: 'his.file-close', subjectType: 'his-file', subjectId: id };
    await recordAudit(tx, ctx, { facilityId, ...what, detail: { rows } });
    return { rows };
  });
}
