import { TOTP } from 'otpauth';
import { recordAudit } from '../audit/record-audit.ts';
import type { Actor, Context } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { isPassword } from '../kernel/passwords.ts';
import { transact } from '../kernel/transaction.ts';
import { signInRules } from './rules.ts';
import { startSession } from './start-session.ts';

type Row = {
  id: string;
  kind: 'staff' | 'official';
  display_name: string;
  password_hash: string | null;
  totp_sealed: string | null;
  totp_last_step: number;
  failures: number;
  locked_until: Date | null;
};

/** Compared against when the login is unknown, so that the answer takes as long as for a known one. */
const nobodysHash = `scrypt.${'A'.repeat(22)}.${'A'.repeat(43)}`;

/**
 * Staff and officials: password and one-time code together. One answer for a wrong login, password or
 * code; five wrong ones in a row lock the account for 15 minutes; a code works once.
 */
export async function exchangePassword(ctx: Context, input: { login: string; password: string; totp: string }) {
  const now = ctx.clock.now();
  const outcome = await transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<Row>(
      `select id, kind, display_name, password_hash, totp_sealed, totp_last_step, failures, locked_until
       from accounts where login = $1 and kind in ('staff', 'official') and disabled_at is null for update`,
      [input.login.toLowerCase()],
    );
    const account = rows[0];
    const passwordRight = await isPassword(input.password, account?.password_hash ?? nobodysHash);
    if (!account) return { rule: 'credentials-wrong' as const };
    if (account.locked_until && account.locked_until > now)
      return { rule: 'account-locked' as const, until: account.locked_until };
    const step = passwordRight ? matchTotp(ctx, account, input.totp, now) : null;
    if (step === null) return countFailure(tx.client, account, now);
    await tx.client.query('update accounts set failures = 0, locked_until = null, totp_last_step = $2 where id = $1', [
      account.id,
      step,
    ]);
    const session = await startSession(tx, ctx, account.id, account.kind);
    const actor = signedInAs(account);
    await recordAudit(
      tx,
      { ...ctx, actor },
      { facilityId: null, action: 'access.sign-in', subjectType: 'account', subjectId: account.id },
    );
    return { ...session, accountId: account.id, name: account.display_name, kind: account.kind };
  });
  if (!('rule' in outcome)) return outcome;
  throw outcome.rule === 'account-locked'
    ? refused('account-locked', { nextAt: outcome.until })
    : refused('credentials-wrong');
}

/** The actor of the audit row; where and what for is looked up anew on each request (findActor). */
function signedInAs({ id, kind, display_name: name }: Row): Actor {
  if (kind === 'staff') return { kind, accountId: id, facilityId: '', roles: [], name };
  return { kind, accountId: id, regionCode: '', regionPath: '', level: 0, name };
}

/** The time step of a valid, not yet used code within ±30 s; null otherwise. */
function matchTotp(ctx: Context, account: Row, code: string, now: Date): number | null {
  if (!account.totp_sealed) return null;
  const totp = new TOTP({ secret: ctx.sealing.open(account.totp_sealed), digits: 6, period: 30 });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 30_000) + delta;
  return step > account.totp_last_step || ctx.demo ? step : null;
}

async function countFailure(
  client: { query: (text: string, values: unknown[]) => Promise<unknown> },
  account: Row,
  now: Date,
) {
  const failures = account.failures + 1;
  const until =
    failures >= signInRules.passwordFailures ? new Date(now.getTime() + signInRules.lockMinutes * 60_000) : null;
  await client.query('update accounts set failures = $2, locked_until = $3 where id = $1', [
    account.id,
    until ? 0 : failures,
    until,
  ]);
  return until ? { rule: 'account-locked' as const, until } : { rule: 'credentials-wrong' as const };
}
