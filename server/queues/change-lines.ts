import { recordAudit } from '../audit/record-audit.ts';
import { arrive } from '../booking/check-in.ts';
import { lockAppointment } from '../booking/end-appointment.ts';
import type { Made } from '../booking/make-booking.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { findRules } from '../schedules/find-rules.ts';
import { finishEntry } from './act-on-entry.ts';
import { endOfSession } from './check-in.ts';
import { joinLine } from './join-line.ts';
import { type Entry, lockEntry } from './move-entry.ts';

type Wish = { appointmentId: string; reason: string };

/** Somebody moves once, and only out of a room. */
export function expectFirst(entry: Entry): void {
  if (entry.movedFrom) throw refused('moved-once');
  if (entry.status !== 'in-room') throw refused('queue-state', { params: { state: entry.status } });
}

/** In the transaction of the new booking: out of one line, into the other. */
export async function changeLines(
  tx: Tx,
  ctx: ContextOf<'staff'>,
  { appointmentId, reason }: Wish,
  made: Made,
): Promise<void> {
  const { facilityId } = ctx.actor;
  const old = await lockEntry(tx, facilityId, appointmentId);
  expectFirst(old);
  const ended = await finishEntry(tx, ctx, old, { act: 'moved', to: 'moved', reason, movedTo: made.appointmentId });
  const a = await lockAppointment(tx, facilityId, made.appointmentId);
  // a hospital that must confirm first is waited for; the desk then checks the patient in
  if (a.status === 'booked') {
    await arrive(tx, ctx, a);
    const rules = await findRules(tx.client, facilityId, a.date);
    await joinLine(tx, ctx, a, { sessionEndsAt: await endOfSession(tx, a), rules, movedFrom: appointmentId });
  }
  await recordAudit(tx, ctx, {
    facilityId,
    action: 'queues.move',
    subjectType: 'appointment',
    subjectId: appointmentId,
    detail: { to: made.appointmentId, from: ended.sessionId, sessionId: a.sessionId, reason },
  });
}
