import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { actorId, type ContextOf } from '../../kernel/context.ts';
import { transact } from '../../kernel/transaction.ts';
import type { keyOutput } from './schema.ts';

/** A new key with which the hospital's own program sends files; shown once, and the one before is void at once. */
export function makeFileKey(ctx: ContextOf<'staff'>): Promise<z.infer<typeof keyOutput>> {
  const { facilityId } = ctx.actor;
  const key = randomBytes(32).toString('base64url');
  const madeAt = ctx.clock.now();
  return transact(ctx.db, async (tx) => {
    await tx.client.query(
      `insert into his_file_keys (facility_id, token_hash, made_at, made_by) values ($1, $2, $3, $4)
       on conflict (facility_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, made_by = excluded.made_by`,
      [facilityId, ctx.sealing.hash('his-file', key), madeAt, actorId(ctx.actor)],
    );
    const what = { action: 'his.file-key', subjectType: 'facility', subjectId: facilityId };
    await recordAudit(tx, ctx, { facilityId, ...what, detail: {} });
    return { key, madeAt };
  });
}
