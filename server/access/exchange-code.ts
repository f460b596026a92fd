import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
import { maskPhone } from '../kernel/national-id.ts';
import { transact } from '../kernel/transaction.ts';
import { checkCode } from './check-code.ts';
import { startSession } from './start-session.ts';

type Row = { id: string; display_name: string; disabled_at: Date | null };

/** A proven phone becomes a sign-in session; the first time, an account is made for it. */
export async function exchangeCode(ctx: Context, input: { phone: string; code: string }) {
  await checkCode(ctx, 'sign-in', input.phone, input.code);
  const phoneHash = ctx.sealing.hash('phone', input.phone);
  return transact(ctx.db, async (tx) => {
    // do-nothing-update returns the row in both cases, so two first sign-ins at once share one account
    const { rows } = await tx.client.query<Row>(
      `insert into accounts (id, kind, phone_hash, phone_masked, phone_sealed, created_at)
       values ($1, 'resident', $2, $3, $4, $5)
       on conflict (phone_hash) do update set phone_masked = excluded.phone_masked
       returning id, display_name, disabled_at`,
      [ctx.ids.next(), phoneHash, maskPhone(input.phone), ctx.sealing.seal(input.phone), ctx.clock.now()],
    );
    const account = rows[0];
    if (!account || account.disabled_at) throw new Fault('refused', { rule: 'account-disabled' });
    const session = await startSession(tx, ctx, account.id, 'resident');
    const actor = { kind: 'resident' as const, accountId: account.id, residentId: null, name: '' };
    await recordAudit(
      tx,
      { ...ctx, actor },
      { facilityId: null, action: 'access.sign-in', subjectType: 'account', subjectId: account.id },
    );
    return { ...session, accountId: account.id, name: account.display_name, kind: 'resident' as const };
  });
}
