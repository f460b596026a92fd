import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { drawLeadHours, drawWindow } from '../schedules/draw-window.ts';
import { findRules } from '../schedules/find-rules.ts';
import { lockForDraw, markForDraw, unmarkDraw } from '../schedules/keep-for-draw.ts';
import { releaseAt } from '../schedules/rules.ts';
import { expectDrawKeeper } from './policy.ts';
import { promiseSeed } from './prepare-draw.ts';
import type { markInput, unmarkInput } from './schema/staff.ts';

/**
 * Marks one session as over-subscribed: from its release on requests are taken, then drawn. The promise of the seed
 * is published with it. Marking it again changes nothing.
 */
export async function markSession(ctx: ContextOf<'staff'>, wish: z.infer<typeof markInput>): Promise<{ done: true }> {
  const { facilityId } = ctx.actor;
  expectDrawKeeper(ctx.actor, facilityId);
  const key = { facilityId, sessionId: wish.sessionId };
  await transact(ctx.db, async (tx) => {
    const session = await lockOpen(tx, ctx, key);
    if (session.drawOpensAt) return;
    const window = drawWindow(session.releaseAt, wish.minutes, session.startsAt, ctx.clock.now());
    if (!window) throw refused('draw-no-time', { params: { hours: drawLeadHours } });
    await markForDraw(tx, key, window);
    await promiseSeed(tx, ctx, key, window);
    const detail = { minutes: wish.minutes, reason: wish.reason };
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'draws.mark', subjectType: 'session', subjectId: wish.sessionId, detail },
    });
  });
  return { done: true };
}

/** Back to first come, as long as nobody could enter a request. The promise is withdrawn with it. */
export async function unmarkSession(
  ctx: ContextOf<'staff'>,
  wish: z.infer<typeof unmarkInput>,
): Promise<{ done: true }> {
  const { facilityId } = ctx.actor;
  expectDrawKeeper(ctx.actor, facilityId);
  const key = { facilityId, sessionId: wish.sessionId };
  await transact(ctx.db, async (tx) => {
    const session = await lockOpen(tx, ctx, key);
    if (!session.drawOpensAt) return;
    if (session.drawOpensAt <= ctx.clock.now()) throw refused('draw-under-way');
    await tx.client.query('delete from draws where facility_id = $1 and session_id = $2', [facilityId, key.sessionId]);
    await unmarkDraw(tx, key, await ownRelease(tx, key));
    const detail = { reason: wish.reason };
    await recordAudit(tx, ctx, {
      ...{ facilityId, action: 'draws.unmark', subjectType: 'session', subjectId: wish.sessionId, detail },
    });
  });
  return { done: true };
}

type Key = { facilityId: string; sessionId: string };

async function lockOpen(tx: Tx, ctx: ContextOf<'staff'>, key: Key) {
  const session = await lockForDraw(tx, key);
  if (!session) throw notFound('session');
  if (session.status === 'suspended') throw refused('stopped');
  if (session.status !== 'published' || session.closeAt <= ctx.clock.now()) throw refused('session-over');
  return session;
}

/** When the session would have been released by the rules of its day. */
async function ownRelease(tx: Tx, { facilityId, sessionId }: Key): Promise<Date> {
  const { rows } = await tx.client.query<{ date: string }>(
    'select date from sessions where facility_id = $1 and id = $2',
    [facilityId, sessionId],
  );
  const date = rows[0]?.date ?? '';
  return releaseAt(date, await findRules(tx.client, facilityId, date));
}
