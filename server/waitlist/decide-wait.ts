import type { z } from 'zod';
import { hashOf } from '../booking/book.ts';
import { bookKept } from '../booking/book-kept.ts';
import { lookAgain } from '../booking/look-again.ts';
import type { Made } from '../booking/make-booking.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { reachOf } from '../residents/queries.ts';
import { endWait } from './end-wait.ts';
import { lockWait, type Wait } from './lock-wait.ts';
import type { waitInput } from './schema.ts';

type Which = z.infer<typeof waitInput>;

/** Takes the number that is kept, in one tap. Accepting again answers with the same appointment. */
export const acceptWait = async (ctx: ContextOf<'resident'>, which: Which): Promise<{ appointmentId: string }> =>
  acceptFor(ctx, which, await reachOf(ctx));

/** Leaves the list, or turns down the number kept: it goes to the next person at once. Leaving twice changes nothing. */
export const leaveWaitlist = async (ctx: ContextOf<'resident'>, which: Which): Promise<{ done: true }> =>
  leaveFor(ctx, which, await reachOf(ctx));

/** Whoever decides: somebody with an account, or staff for a person at their desk. */
type Deciding = ContextOf<'resident' | 'staff'>;

/** Takes the number kept for one of these people; `also` is written in the same transaction, once. */
export const acceptFor = (
  ctx: Deciding,
  which: Which,
  people: string[],
  also: (tx: Tx, made: Made) => Promise<void> = async () => {},
): Promise<{ appointmentId: string }> =>
  onWait(ctx, which, people, async (tx, wait) => {
    if (wait.appointmentId) return { appointmentId: wait.appointmentId };
    const { ticketNumber, expiresAt, facilityId, sessionId, residentId } = wait;
    if (wait.state !== 'offered' || ticketNumber === null || !expiresAt) throw refused('wait-not-offered');
    if (expiresAt <= ctx.clock.now()) throw refused('wait-lapsed', { params: { expiredAt: expiresAt.toISOString() } });
    const appointmentId = await bookKept(tx, ctx, {
      ...{ residentId, facilityId, sessionId, number: ticketNumber },
      windowStart: await findWindow(tx, wait),
      key: `wait-${wait.id}`,
      bodyHash: hashOf(['wait', wait.id]),
      replaces: null,
    });
    await endWait(tx, ctx, wait, { to: 'accepted', action: 'waitlist.accept', appointmentId });
    await also(tx, { facilityId, appointmentId });
    return { appointmentId };
  });

export const leaveFor = (ctx: Deciding, which: Which, people: string[]): Promise<{ done: true }> =>
  onWait(ctx, which, people, async (tx, wait) => {
    if (wait.state === 'waiting' || wait.state === 'offered') {
      await endWait(tx, ctx, wait, { to: 'left', action: 'waitlist.leave' });
    }
    return { done: true as const };
  });

async function onWait<T>(
  { db }: Pick<Deciding, 'db'>,
  which: Which,
  people: string[],
  work: (tx: Tx, wait: Wait) => Promise<T>,
): Promise<T> {
  const decide = async (tx: Tx) => {
    const wait = await lockWait(tx, which.facilityId, which.entryId);
    if (!wait || !people.includes(wait.residentId)) throw notFound('wait');
    return work(tx, wait);
  };
  return lookAgain(() => transact(db, decide));
}

async function findWindow(tx: Tx, { facilityId, sessionId, ticketNumber }: Wait): Promise<Date> {
  const { rows } = await tx.client.query<{ start: Date }>({
    name: 'find-kept-window',
    text: 'select window_start as start from tickets where facility_id = $1 and session_id = $2 and number = $3',
    values: [facilityId, sessionId, ticketNumber],
  });
  if (!rows[0]) throw notFound('wait');
  return rows[0].start;
}
