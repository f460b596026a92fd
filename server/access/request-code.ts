import { randomInt } from 'node:crypto';
import { and, desc, eq, gt } from 'drizzle-orm';
import { oneTimeCodes } from '#db/schema/access.ts';
import type { Context } from '../kernel/context.ts';
import { Fault, refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { secondsUntilNextCode, signInRules } from './rules.ts';

export type CodeContext = Pick<Context, 'db' | 'clock' | 'ids' | 'sealing' | 'sms' | 'demo'>;

/**
 * Sends a six-digit code to `phone`; in demo mode the code is returned instead. `purpose` keeps codes for
 * signing in apart from those that prove a family member's consent.
 */
export async function requestCode(ctx: CodeContext, purpose: 'sign-in' | 'member', phone: string) {
  const phoneHash = ctx.sealing.hash(`phone:${purpose}`, phone);
  const now = ctx.clock.now();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await transact(ctx.db, async (tx) => {
    // one request a phone at a time, else two could both find the limit not yet reached
    await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [phoneHash]);
    const history = await tx.orm
      .select({ createdAt: oneTimeCodes.createdAt })
      .from(oneTimeCodes)
      .where(
        and(eq(oneTimeCodes.phoneHash, phoneHash), gt(oneTimeCodes.createdAt, new Date(now.getTime() - 3_600_000))),
      )
      .orderBy(desc(oneTimeCodes.createdAt));
    const wait = secondsUntilNextCode(history, now);
    if (wait > 0)
      throw refused('code-too-soon', { params: { seconds: wait }, nextAt: new Date(now.getTime() + wait * 1000) });
    await tx.orm.insert(oneTimeCodes).values({
      phoneHash,
      id: ctx.ids.next(),
      codeHash: ctx.sealing.hash('code', `${phoneHash}:${code}`),
      createdAt: now,
      expiresAt: new Date(now.getTime() + signInRules.codeMinutes * 60_000),
    });
  });
  if (!ctx.demo) {
    const sent = await ctx.sms(
      phone,
      `【惠民健康】验证码 ${code}，${signInRules.codeMinutes} 分钟内有效。请勿告诉他人。`,
    );
    if (!sent.ok) throw new Fault('unavailable', { rule: 'sms-failed' });
  }
  return { retryAfter: signInRules.resendSeconds, demoCode: ctx.demo ? code : null };
}
