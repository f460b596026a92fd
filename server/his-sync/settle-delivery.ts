import { markTold } from '../booking/mark-told.ts';
import { loseTicket, rejectAppointment } from '../booking/settle-held.ts';
import type { Services } from '../kernel/context.ts';
import { counter } from '../kernel/metrics.ts';
import { transact } from '../kernel/transaction.ts';
import { applyNews } from './apply-news.ts';
import { lowerCursors } from './cursors.ts';
import { closeDelivery, type Delivery } from './deliveries.ts';
import type { Hospital } from './hospital.ts';
import { refreshSlot } from './refresh-slot.ts';
import type { Told } from './tell-appointment.ts';

const toldTotal = counter('huimin_his_deliveries_total', 'What hospitals were told, by outcome', ['outcome']);

/** Does what follows from the hospital's answer and writes it down. Null: this number is not the hospital's. */
export async function settle(
  services: Services,
  hospital: Hospital,
  delivery: Delivery,
  answer: Told | null,
): Promise<boolean> {
  const { facilityId, ctx } = hospital;
  const which = { facilityId, appointmentId: delivery.appointmentId, status: delivery.status };
  const closing = { facilityId, id: delivery.id, at: services.clock.now() };
  toldTotal.inc({ outcome: answer?.outcome ?? 'none' });
  if (answer?.outcome === 'refused') {
    // the resident first: a process that dies after it asks the hospital once more
    if (delivery.kind === 'book') await takeNo(hospital, delivery, answer.reason);
    await transact(services.db, async (tx) => {
      await markTold(tx, { ...which, hisId: null, state: 'failed' });
      await closeDelivery(tx, { ...closing, state: 'refused', error: answer.error });
    });
    await refreshSlot(hospital, delivery.appointmentId);
    return false;
  }
  await transact(services.db, async (tx) => {
    await markTold(tx, { ...which, hisId: answer?.hisId ?? null, state: answer ? 'told' : 'none' });
    await closeDelivery(tx, { ...closing, state: 'told', error: null });
  });
  if (answer?.stampedAt) await lowerCursors(ctx, facilityId, answer.stampedAt);
  // ended before the hospital heard of it: what it did with the number meanwhile was put aside here
  if (delivery.kind === 'cancel' && answer && !answer.hisId) await refreshSlot(hospital, delivery.appointmentId);
  if (answer?.news?.platformId) await applyNews(hospital, [answer.news]);
  return delivery.status === 'held' && answer?.news?.status === 'pending';
}

/** The hospital said no to a booking: the resident is told and offered another number. */
async function takeNo(hospital: Hospital, delivery: Delivery, reason: string): Promise<void> {
  const which = { facilityId: hospital.facilityId, appointmentId: delivery.appointmentId, reason };
  if (delivery.status === 'held') await rejectAppointment(hospital.ctx, { ...which, ticket: 'hospital' });
  else await loseTicket(hospital.ctx, which);
}

/** It keeps answering with something we cannot use: shown, and no longer tried. */
export const giveUp = (services: Services, facilityId: string, delivery: Delivery, error: string): Promise<void> =>
  transact(services.db, async (tx) => {
    const { appointmentId, status } = delivery;
    await markTold(tx, { facilityId, appointmentId, status, hisId: null, state: 'failed' });
    await closeDelivery(tx, { facilityId, id: delivery.id, at: services.clock.now(), state: 'given_up', error });
  });
