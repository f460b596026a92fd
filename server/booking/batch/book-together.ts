import type { Database } from '#db/client.ts';
import { isCluster } from '#db/cluster.ts';
import type { ContextOf } from '../../kernel/context.ts';
import type { BookingWish } from '../booking-wish.ts';
import { makeBooking } from '../make-booking.ts';
import { getAppointment } from '../queries.ts';
import type { AppointmentView } from '../schema.ts';
import { forget, learn, refuseEarly } from './known-sessions.ts';
import { lineOf, type Memory, WaitingLine } from './waiting-line.ts';

/**
 * Books by joining the line of this process: all who wait are booked in one transaction, each by the rules of
 * `makeBooking`. What a batch cannot decide goes by that path, and so does everything on a cluster, where one
 * statement may not name many facilities.
 */
export async function bookTogether(ctx: ContextOf<'resident'>, wish: BookingWish): Promise<AppointmentView> {
  if (!(await isCluster(ctx.db))) {
    const line = lineOf(ctx.db, () => new WaitingLine(memoryOf(ctx.db)));
    const outcome = await line.join({ ctx, wish, appointmentId: ctx.ids.next(), code: ctx.ids.code() });
    if (outcome.kind === 'made') {
      forget(ctx.db, wish);
      return outcome.view;
    }
    if (outcome.kind === 'refused') throw outcome.fault;
  }
  const made = await makeBooking(ctx, wish);
  return getAppointment(ctx, made.facilityId, made.appointmentId);
}

const memoryOf = (db: Database): Memory => ({
  learn: (learned) => learn(db, learned),
  refuse: ({ ctx, wish }) => refuseEarly(ctx, wish),
});
