import type { z } from 'zod';
import { hashOf } from '../booking/book.ts';
import { type Made, makeBooking } from '../booking/make-booking.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { Fault, notFound, refused } from '../kernel/errors.ts';
import { transact } from '../kernel/transaction.ts';
import { changeLines, expectFirst } from './change-lines.ts';
import { lockEntry } from './move-entry.ts';
import { expectQueueStaff } from './policy.ts';
import type { moveInput } from './schema/staff.ts';

type Ctx = ContextOf<'staff'>;
type Wish = z.infer<typeof moveInput>;

/** Refusals that an extra number gets around: somebody who was sent to the wrong door has waited once already. */
const noNumber = ['full', 'window-full', 'closed', 'not-released', 'resting'];

/**
 * Wrong department (E16): the person inside gets a number in the right one, today, without a second fee or
 * strike, and joins that line. Once, and only from the first visit. Repeating it gives the same number.
 */
export async function movePatient(ctx: Ctx, wish: Wish): Promise<Made> {
  const { facilityId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'call');
  const moved = await expectMovable(ctx, wish);
  if (moved) return { facilityId, appointmentId: moved };
  try {
    return await bookThere(ctx, wish, false);
  } catch (error) {
    if (error instanceof Fault && noNumber.includes(error.refusal.rule)) return bookThere(ctx, wish, true);
    throw error;
  }
}

/** The appointment to which this person was moved before, or null when the move may begin. */
async function expectMovable({ db, actor, clock }: Ctx, wish: Wish): Promise<string | null> {
  const entry = await transact(db, (tx) => lockEntry(tx, actor.facilityId, wish.appointmentId));
  if (entry.movedTo) return entry.movedTo;
  expectFirst(entry);
  const { rows } = await db.pool.query<{ id: string; date: string; sameDepartment: boolean }>(
    `select t.id, t.date, t.department_id = s.department_id as "sameDepartment"
     from sessions t, sessions s where t.facility_id = $1 and t.id = $2 and s.facility_id = $1 and s.id = $3`,
    [actor.facilityId, wish.sessionId, entry.sessionId],
  );
  const target = rows[0];
  if (!target) throw notFound('session');
  if (target.date !== regionDay(clock.now())) throw refused('not-today', { params: { date: target.date } });
  if (target.sameDepartment) throw refused('same-department');
  return null;
}

async function bookThere(ctx: Ctx, wish: Wish, extra: boolean): Promise<Made> {
  const { facilityId, accountId } = ctx.actor;
  const { sessionId, appointmentId, reason } = wish;
  const { residentId } = await transact(ctx.db, (tx) => lockEntry(tx, facilityId, appointmentId));
  return makeBooking(
    { ...ctx, channel: 'desk' },
    {
      ...{ residentId, accountId, facilityId, sessionId },
      key: `move-${appointmentId}`,
      bodyHash: hashOf(['move', appointmentId]),
      windowStart: null,
      pools: extra ? ['extra'] : ['public', 'desk'],
      replaces: { facilityId, appointmentId },
      today: regionDay(ctx.clock.now()),
      reroute: { reason },
      ...(extra ? { extra: { reason } } : {}),
      also: (tx, made) => changeLines(tx, ctx, wish, made),
    },
  );
}
