import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import type { Seat } from '../schedules/settle-return.ts';
import { lockWait, waitParams, waitsLink } from './lock-wait.ts';

/** The hospital gave away a number that was kept: the person waits on at the old place, and is told. Repeating is harmless. */
export async function withdrawNumber(ctx: Context, { facilityId, sessionId, number }: Seat): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>(
      `select id from waitlist_entries where facility_id = $1 and session_id = $2 and ticket_number = $3 and state = 'offered'`,
      [facilityId, sessionId, number],
    );
    const wait = rows[0] ? await lockWait(tx, facilityId, rows[0].id) : null;
    if (wait?.state !== 'offered' || wait.ticketNumber !== number) return;
    await tx.client.query(
      `update waitlist_entries set state = 'waiting', ticket_number = null, offered_at = null, expires_at = null
       where facility_id = $1 and id = $2`,
      [facilityId, wait.id],
    );
    const detail = { sessionId, number };
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'waitlist.withdraw',
      subjectType: 'wait',
      subjectId: wait.id,
      detail,
    });
    const params = { ...waitParams(wait), number };
    await tellResident(tx, ctx, { residentId: wait.residentId, kind: 'wait-withdrawn', params, link: waitsLink });
  });
}
