import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { returnTickets } from '../schedules/return-tickets.ts';
import type { Wait } from './lock-wait.ts';

type End = { to: 'accepted' | 'lapsed' | 'left' | 'cleared'; action: string; appointmentId?: string; reason?: string };

/** Ends a locked wait for good, with its audit row; a number that was kept and not taken goes to the next person. */
export async function endWait(tx: Tx, ctx: Context, wait: Wait, { to, action, ...end }: End): Promise<void> {
  const { facilityId, id, sessionId } = wait;
  await tx.client.query({
    name: 'end-wait',
    text: `update waitlist_entries set state = $3, ended_at = $4, appointment_id = $5 where facility_id = $1 and id = $2`,
    values: [facilityId, id, to, ctx.clock.now(), end.appointmentId ?? null],
  });
  await tx.client.query({
    name: 'end-own-wait',
    text: 'update resident_waits set active = 0 where resident_id = $1 and entry_id = $2',
    values: [wait.residentId, id],
  });
  if (wait.state === 'offered' && to !== 'accepted') {
    await returnTickets(tx, ctx, { facilityId, sessionId, numbers: await stillKept(tx, wait) }, 'returned');
  }
  const detail = { sessionId, ...(wait.ticketNumber === null ? {} : { number: wait.ticketNumber }), ...end };
  await recordAudit(tx, ctx, { facilityId, action, subjectType: 'wait', subjectId: id, detail });
}

/** The kept number, unless the hospital has taken it meanwhile. */
async function stillKept(tx: Tx, { facilityId, sessionId, ticketNumber }: Wait): Promise<number[]> {
  const { rows } = await tx.client.query<{ number: number }>({
    name: 'find-kept-ticket',
    text: `select number from tickets where facility_id = $1 and session_id = $2 and number = $3 and status = 'held' for update`,
    values: [facilityId, sessionId, ticketNumber],
  });
  return rows.map((row) => row.number);
}
