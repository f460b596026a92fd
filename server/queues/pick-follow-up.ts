import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { hashOf } from '../booking/book.ts';
import { type Made, makeBooking } from '../booking/make-booking.ts';
import { noteProxy } from '../booking/proxy/note-proxy.ts';
import { regionDay } from '../kernel/clock.ts';
import { actorId, type Context, type ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { reachOf } from '../residents/queries.ts';
import { expectQueueStaff } from './policy.ts';
import { type FollowUpRow, findFollowUp } from './queries/follow-ups.ts';
import type { declineFollowUpInput, pickFollowUpInput } from './schema/follow-up.ts';

type Pick = z.infer<typeof pickFollowUpInput>;

/** The patient picks a time of the return visit on the phone. The same key never books twice. */
export async function pickFollowUp(ctx: ContextOf<'resident'>, pick: Pick): Promise<Made> {
  return bookFollowUp(ctx, await ownFollowUp(ctx, pick), pick, ['public']);
}

/** Staff pick it with the patient before them, who takes the slip along. */
export async function pickFollowUpAtDesk(ctx: ContextOf<'staff'>, pick: Pick): Promise<Made> {
  expectQueueStaff(ctx.actor, pick.facilityId, 'follow-up');
  const wished = await findFollowUp(ctx, pick.facilityId, { id: pick.followUpId });
  if (!wished) throw notFound('follow-up');
  const asked = { residentId: wished.residentId, consent: 'in-person' } as const;
  const note = (tx: Tx, made: Made) => noteProxy(tx, ctx, asked, made);
  return bookFollowUp({ ...ctx, channel: 'desk' }, wished, pick, ['public', 'desk'], note);
}

/** The patient does not wish the return visit. Declining twice changes nothing. */
export async function declineFollowUp(
  ctx: ContextOf<'resident'>,
  which: z.infer<typeof declineFollowUpInput>,
): Promise<{ done: true }> {
  const wished = await ownFollowUp(ctx, which);
  return transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      `update follow_ups set status = 'declined' where facility_id = $1 and id = $2 and status = 'open'`,
      [wished.facilityId, wished.id],
    );
    if (rowCount) await audit(tx, ctx, wished, 'queues.decline-follow-up');
    return { done: true as const };
  });
}

async function ownFollowUp(ctx: ContextOf<'resident'>, which: { facilityId: string; followUpId: string }) {
  const wished = await findFollowUp(ctx, which.facilityId, { id: which.followUpId });
  if (!wished || !(await reachOf(ctx)).includes(wished.residentId)) throw notFound('follow-up');
  return wished;
}

type Also = (tx: Tx, made: Made) => Promise<void>;

async function bookFollowUp(
  ctx: Context,
  wished: FollowUpRow,
  pick: Pick,
  pools: string[],
  note?: Also,
): Promise<Made> {
  const { facilityId, residentId } = wished;
  const { sessionId, windowStart, key } = pick;
  return makeBooking(ctx, {
    ...{ facilityId, sessionId, residentId, key, windowStart, pools },
    accountId: actorId(ctx.actor),
    bodyHash: hashOf(['follow-up', wished.id, sessionId, windowStart.toISOString()]),
    replaces: null,
    today: regionDay(ctx.clock.now()),
    also: async (tx, made) => {
      await close(tx, ctx, wished, made);
      await note?.(tx, made);
    },
  });
}

async function close(tx: Tx, ctx: Context, wished: FollowUpRow, made: Made): Promise<void> {
  const { rowCount } = await tx.client.query(
    `update follow_ups f set status = 'booked', booked_id = $3
     from sessions s join appointments a on a.facility_id = s.facility_id and a.session_id = s.id
     where f.facility_id = $1 and f.id = $2 and f.status = 'open' and a.facility_id = $1 and a.id = $3
       and s.department_id = f.department_id and s.date between f.from_date and f.to_date
       and (f.practitioner_id is null or s.practitioner_id = f.practitioner_id)`,
    [wished.facilityId, wished.id, made.appointmentId],
  );
  if (!rowCount) throw refused('follow-up-over');
  await audit(tx, ctx, wished, 'queues.pick-follow-up', { bookedId: made.appointmentId });
}

const audit = (tx: Tx, ctx: Context, wished: FollowUpRow, action: string, detail: Record<string, unknown> = {}) =>
  recordAudit(tx, ctx, {
    facilityId: wished.facilityId,
    action,
    subjectType: 'appointment',
    subjectId: wished.appointmentId,
    detail: { followUpId: wished.id, ...detail },
  });
