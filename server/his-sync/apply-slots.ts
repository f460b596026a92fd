import type { FhirResource } from '#fhir/resources/resource.ts';
import { fromSlot } from '#fhir/resources/slot.ts';
import { tellAgain } from '../booking/mark-told.ts';
import { loseTicket } from '../booking/settle-held.ts';
import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { hisStamp } from '../schedules/his-version.ts';
import { type Blocked, type HisTicketsOutcome, upsertHisTickets } from '../schedules/upsert-his-tickets.ts';
import { type Applying, keep } from './apply-directory.ts';
import { stopSession } from './apply-sessions.ts';
import { readPage } from './read-page.ts';

export type SlotsApplied = Pick<HisTicketsOutcome, 'inserted' | 'updated' | 'blocked'>;

/** Takes over numbers: new ones, those taken or freed at the window, those closed. */
export async function applySlots(tx: Tx, run: Applying, resources: FhirResource[]): Promise<SlotsApplied> {
  const page = readPage(resources, 'Slot', (resource) => {
    const slot = fromSlot(resource);
    return { ...slot, hisVersion: hisStamp(slot.lastUpdated, slot.version) };
  });
  const done = await upsertHisTickets(tx, run.facilityId, page.values, run.now);
  let { inserted, updated } = done;
  const { blocked, misfits, tellAgain: forgotten } = done;
  let rest = done.again;
  // a resident was faster than this page; the row is looked at anew
  for (let turn = 0; rest.length > 0 && turn < 3; turn += 1) {
    const once = await upsertHisTickets(tx, run.facilityId, rest, run.now);
    inserted += once.inserted;
    updated += once.updated;
    blocked.push(...once.blocked);
    forgotten.push(...once.tellAgain);
    rest = once.again;
  }
  if (forgotten.length > 0) await tellAgain(tx, run.facilityId, forgotten);
  await keep(tx, run, 'Slot', resources, page, misfits);
  return { inserted, updated, blocked };
}

/**
 * Numbers the hospital closed although residents have them. If nothing of the clinic is left, it is a stopped
 * clinic; else each of these residents has lost the number. The rows stay unwritten until then, so a process
 * that dies in between finds them again.
 */
export async function settleBlocked(ctx: Context, facilityId: string, blocked: Blocked[]): Promise<void> {
  const bySession = Map.groupBy(blocked, (b) => b.sessionId);
  for (const [sessionId, numbers] of bySession) {
    const { rows } = await ctx.db.pool.query<{ open: number }>(
      `select count(*) filter (where status <> 'suspended' and not (number = any($3))) as open
       from tickets where facility_id = $1 and session_id = $2`,
      [facilityId, sessionId, numbers.map((b) => b.ticket.number)],
    );
    if (rows[0]?.open === 0) {
      await transact(ctx.db, (tx) => stopSession(tx, facilityId, sessionId, '医院停诊'));
      continue;
    }
    for (const { appointmentId } of numbers) {
      await loseTicket(ctx, { facilityId, appointmentId, reason: 'closed-at-hospital' });
    }
    await transact(ctx.db, (tx) =>
      upsertHisTickets(
        tx,
        facilityId,
        numbers.map((b) => b.ticket),
        ctx.clock.now(),
      ),
    );
  }
}
