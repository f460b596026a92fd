import type { z } from 'zod';
import { kindNamed } from '#fhir/flat/kinds.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { actorId, type ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { lockIntake } from '../../records/lock-intake.ts';
import { giveUpWaiting } from '../record-rejects.ts';
import { isOpen, types } from './queries.ts';
import type { closeInput, closeOutput } from './schema.ts';
import { whileFree } from './while-free.ts';

/**
 * Gives up what of a file was not taken, be it to be mended or waiting for its patient: its cells are forgotten, the reason
 * and who gave it stay with the file. Where nothing is open any more it is refused, so a repetition is harmless.
 */
export function closeFile(
  ctx: ContextOf<'staff'>,
  { id, why }: z.infer<typeof closeInput>,
): Promise<z.infer<typeof closeOutput>> {
  const { facilityId } = ctx.actor;
  const now = ctx.clock.now();
  const close = async (tx: Tx) => {
    await lockIntake(tx, facilityId);
    const file = await tx.client.query(
      `update his_files set closed_at = $3, closed_by = $4, closed_why = $5 where facility_id = $1 and id = $2`,
      [facilityId, id, now, actorId(ctx.actor), why],
    );
    if (file.rowCount === 0) throw notFound('his-file');
    const rows = await giveUpRows(tx, facilityId, id, now);
    if (rows === 0) throw refused('file-nothing-open');
    const what = { action: 'his.file-close', subjectType: 'his-file', subjectId: id };
    await recordAudit(tx, ctx, { facilityId, ...what, detail: { rows } });
    return { rows };
  };
  return whileFree(ctx, () => transact(ctx.db, close));
}

type GivenUp = { kind: string; sourceId: string; waits: boolean };

/** A row that waits does so in the intake's queue, and maybe in other files that brought it too: it is given up in all. */
async function giveUpRows(tx: Tx, facilityId: string, fileId: string, now: Date): Promise<number> {
  const settle = `update his_file_rows b set settled_at = $4, outcome = 'given-up', sealed = null`;
  const { rows } = await tx.client.query<GivenUp>(
    `${settle} where b.facility_id = $1 and b.file_id = $5 and ${isOpen}
     returning b.kind, b.source_id as "sourceId", b.waits`,
    [facilityId, ...types, now, fileId],
  );
  const waiting = rows.filter((row) => row.waits);
  const ids = [waiting.map((row) => row.kind), waiting.map((row) => row.sourceId)];
  await tx.client.query(
    `${settle} from unnest($5::text[], $6::text[]) as n (kind, id)
     where b.facility_id = $1 and b.kind = n.kind and b.source_id = n.id and b.waits and ${isOpen}`,
    [facilityId, ...types, now, ...ids],
  );
  await giveUpWaiting(
    tx,
    facilityId,
    waiting.map((row) => ({ type: kindNamed(row.kind)?.type ?? '', id: row.sourceId })),
    now,
  );
  return rows.length;
}
