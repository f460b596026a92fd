import type { Context } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { signInRules } from './rules.ts';

type Row = { id: string; code_hash: string; attempts: number; expires_at: Date };

/**
 * Uses up the newest code of `phone`. Throws code-expired, code-wrong (with the attempts left) or
 * code-too-many. A wrong guess is counted even though the caller's request fails.
 */
export async function checkCode(
  ctx: Pick<Context, 'db' | 'clock' | 'sealing'>,
  purpose: 'sign-in' | 'member',
  phone: string,
  code: string,
): Promise<void> {
  const phoneHash = ctx.sealing.hash(`phone:${purpose}`, phone);
  const now = ctx.clock.now();
  const verdict = await transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<Row>(
      `select id, code_hash, attempts, expires_at from one_time_codes
       where phone_hash = $1 and used_at is null order by created_at desc limit 1 for update`,
      [phoneHash],
    );
    const row = rows[0];
    if (!row || row.expires_at <= now) return { rule: 'code-expired' } as const;
    if (row.attempts >= signInRules.codeAttempts) return { rule: 'code-too-many' } as const;
    const right = row.code_hash === ctx.sealing.hash('code', `${phoneHash}:${code}`);
    await tx.client.query(
      right
        ? 'update one_time_codes set used_at = $3 where phone_hash = $1 and id = $2'
        : 'update one_time_codes set attempts = attempts + 1 where phone_hash = $1 and id = $2 and $3::timestamptz is not null',
      [phoneHash, row.id, now],
    );
    return right ? null : ({ rule: 'code-wrong', left: signInRules.codeAttempts - row.attempts - 1 } as const);
  });
  if (verdict?.rule === 'code-wrong') throw refused('code-wrong', { params: { left: verdict.left } });
  if (verdict) throw refused(verdict.rule);
}
