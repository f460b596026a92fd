import { isCluster } from '#db/cluster.ts';
import type { ContextOf } from '../../kernel/context.ts';
import type { BookingWish } from '../booking-wish.ts';
import { makeBooking } from '../make-booking.ts';
import { getAppointment } from '../queries.ts';
import type { AppointmentView } from '../schema.ts';
import { learn } from './known-sessions.ts';
import { lineOf, WaitingLine } from './waiting-line.ts';

/**
 * Books by joining the line of this process: all who wait are booked in one transaction, each by the rules of
 * `makeBooking`. What a batch cannot decide goes by that path, and so does everything on a cluster, where one
 * statement may not name many facilities.
 */
export async function bookTogether(ctx: ContextOf<'resident'>, wish: BookingWish): Promise<AppointmentView> {
  if (!(await isCluster(ctx.db))) {
    const line = lineOf(ctx.db, () => new WaitingLine((learned) => learn(ctx.db, learned)));
    const outcome = await line.join({ ctx, wish, appointmentId: ctx.ids.next(), code: ctx.ids.code() });
    if (outcome.kind === 'made') return outcome.view;
    if (outcome.kind === 'refused') throw outcome.fault;
  }
  const made = await makeBooking(ctx, wish);
  return getAppointment(ctx, made.facilityId, made.appointmentId);
}
