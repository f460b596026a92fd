import { recordAudit } from '../audit/record-audit.ts';
import { askAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { plainCode } from './make-share-code.ts';
import { expectClinician } from './policy.ts';

/** A clinician types the code that the patient shows; it opens the record to this account until the code ends. */
export async function redeemShareCode(ctx: ContextOf<'staff'>, typed: string): Promise<{ residentId: string }> {
  expectClinician(ctx.actor);
  const { accountId, facilityId } = ctx.actor;
  const now = ctx.clock.now();
  return transact(ctx.db, async (tx) => {
    const hash = ctx.sealing.hash('share-code', plainCode(typed));
    const { rows } = await askAs(tx, ctx, { code: hash }, () =>
      tx.client.query<{ residentId: string; id: string }>({
        name: 'find-share-code',
        text: `select resident_id as "residentId", id from share_codes where code_hash = $1 and until > $2 and ended_at is null`,
        values: [hash, now],
      }),
    );
    const code = rows[0];
    if (!code) throw notFound('share-code');
    const { rowCount } = await askAs(tx, ctx, { asked: code.residentId }, () =>
      tx.client.query(
        `insert into share_uses (resident_id, code_id, account_id, facility_id, used_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [code.residentId, code.id, accountId, facilityId, now],
      ),
    );
    if (rowCount) {
      const entry = { action: 'consents.use-share', subjectType: 'resident', subjectId: code.residentId };
      await recordAudit(tx, ctx, { facilityId, ...entry, detail: { codeId: code.id } });
    }
    return { residentId: code.residentId };
  });
}
