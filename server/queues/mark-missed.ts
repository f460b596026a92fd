import { type Locked, noticeParams } from '../booking/end-appointment.ts';
import { appointmentLink } from '../booking/record-booking.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { findRules } from '../schedules/find-rules.ts';
import { type Entry, moveEntry } from './move-entry.ts';
import { mayMarkMissed } from './rules.ts';

/** Called often enough and not there: the person is told, keeps the number, and may queue again. */
export async function markMissed(tx: Tx, ctx: ContextOf<'staff'>, entry: Entry, a: Locked): Promise<Entry> {
  const rules = await findRules(tx.client, entry.facilityId, a.date);
  if (!mayMarkMissed(entry.callCount, rules)) {
    throw refused('call-again-first', { params: { calls: entry.callCount, needed: rules.missedCalls } });
  }
  const after = await moveEntry(tx, ctx, entry, { act: 'missed', to: 'missed', set: { endedAt: ctx.clock.now() } });
  await tellResident(tx, ctx, {
    residentId: a.residentId,
    kind: 'queue-missed',
    params: { ...noticeParams(a), calls: entry.callCount },
    link: appointmentLink(a.facilityId, a.id),
  });
  return after;
}
