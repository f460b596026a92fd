import { recordAudit } from '../audit/record-audit.ts';
import { placeBooked } from '../booking/place-booked.ts';
import { replaceOffer } from '../booking/replace-offer.ts';
import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { placedAtOnce } from './rules.ts';

export type Which = { facilityId: string; stoppageId: string };

/**
 * Tells everybody who holds a number of the stopped clinics and keeps another for each where there is one, some at
 * a time, the soonest visits first. It may die at any point and be run again: who was told is not told twice.
 */
export async function placePeople(ctx: Context, which: Which): Promise<{ told: number }> {
  let told = 0;
  for (let placed = await placeSome(ctx, which); placed > 0; placed = await placeSome(ctx, which)) told += placed;
  await replaceOffers(ctx, which);
  await transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      'update stoppages set placed_at = $3 where facility_id = $1 and id = $2 and placed_at is null',
      [which.facilityId, which.stoppageId, ctx.clock.now()],
    );
    if (rowCount !== 1) return;
    const subject = { facilityId: which.facilityId, subjectType: 'stoppage', subjectId: which.stoppageId };
    await recordAudit(tx, ctx, { ...subject, action: 'stoppages.placed', detail: { told } });
  });
  return { told };
}

/** One transaction: the next few people, each told once. */
export function placeSome(ctx: Context, { facilityId, stoppageId }: Which): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<{ appointmentId: string; reason: string }>(
      `select a.id as "appointmentId", p.reason from stoppages p
       join stoppage_sessions c on c.facility_id = p.facility_id and c.stoppage_id = p.id
       join appointments a on a.facility_id = c.facility_id and a.session_id = c.session_id and a.status in ('held', 'booked')
       join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
       where p.facility_id = $1 and p.id = $2 order by t.window_start, a.created_at, a.id limit ${placedAtOnce}`,
      [facilityId, stoppageId],
    );
    for (const row of rows) await placeBooked(tx, ctx, { ...row, facilityId });
    return rows.length;
  });
}

/** Numbers of these clinics that were kept for people of an earlier stoppage: those people get another offer. */
async function replaceOffers(ctx: Context, { facilityId, stoppageId }: Which): Promise<void> {
  const { rows } = await ctx.db.pool.query<{ sessionId: string; number: number }>(
    `select o.session_id as "sessionId", o.ticket_number as number from stoppage_sessions c
     join offers o on o.facility_id = c.facility_id and o.session_id = c.session_id and o.status = 'open'
     where c.facility_id = $1 and c.stoppage_id = $2`,
    [facilityId, stoppageId],
  );
  for (const seat of rows) await replaceOffer(ctx, { facilityId, ...seat });
}
