import { hash, randomBytes } from 'node:crypto';
import { signInSessions } from '#db/schema/access.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { sessionEnd } from './rules.ts';

/** The sid is 256 random bits, so a plain hash is enough to keep a stolen table useless. */
export const hashSid = (sid: string): string => hash('sha256', sid, 'base64url');

/** Opens a sign-in session and returns its sid, which is stored nowhere but in the visitor's cookie. */
export async function startSession(
  tx: Tx,
  ctx: Pick<Context, 'clock'>,
  accountId: string,
  kind: 'resident' | 'staff' | 'official',
): Promise<{ sid: string; expiresAt: Date }> {
  const sid = randomBytes(32).toString('base64url');
  const now = ctx.clock.now();
  const expiresAt = sessionEnd(kind, now);
  await tx.orm.insert(signInSessions).values({ sidHash: hashSid(sid), accountId, createdAt: now, expiresAt });
  return { sid, expiresAt };
}
