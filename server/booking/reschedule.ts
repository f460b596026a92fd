import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { reachOf } from '../residents/queries.ts';
import { refuseBeforeTurn } from '../rush/refuse-before-turn.ts';
import { hashOf } from './book.ts';
import { makeBooking } from './make-booking.ts';
import { findOwner, getAppointment } from './queries.ts';
import type { AppointmentView, rescheduleInput } from './schema.ts';

/** `appointmentId` and `fromFacilityId` name the old booking; the rest the new wish. One commit swaps them. */
export async function reschedule(
  ctx: ContextOf<'resident'>,
  input: z.infer<typeof rescheduleInput>,
): Promise<AppointmentView> {
  const residentId = await findOwner(ctx, input.fromFacilityId, input.appointmentId);
  if (!residentId || !(await reachOf(ctx)).includes(residentId)) throw notFound('appointment');
  const tooEarly = await refuseBeforeTurn(ctx, ctx.actor.residentId, input);
  if (tooEarly) throw tooEarly;
  const made = await makeBooking(ctx, {
    residentId,
    accountId: ctx.actor.accountId,
    key: input.key,
    bodyHash: hashOf([
      'move',
      input.appointmentId,
      input.facilityId,
      input.sessionId,
      input.windowStart?.toISOString() ?? '',
    ]),
    facilityId: input.facilityId,
    sessionId: input.sessionId,
    windowStart: input.windowStart ?? null,
    pools: ['public'],
    replaces: { facilityId: input.fromFacilityId, appointmentId: input.appointmentId },
    today: regionDay(ctx.clock.now()),
  });
  return getAppointment(ctx, made.facilityId, made.appointmentId);
}
