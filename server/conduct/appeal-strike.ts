import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { reachOf } from '../residents/queries.ts';
import { lockConduct } from './add-strike.ts';
import { listConduct } from './queries/own.ts';
import { appealDue, canAppeal } from './rules.ts';
import type { appealInput, conductOutput } from './schema.ts';

/**
 * Asks the officials of the hospital's area to take a strike back; the clock starts now. Once a strike; sending it
 * again is refused by name and changes nothing.
 */
export async function appealStrike(
  ctx: ContextOf<'resident'>,
  wish: z.infer<typeof appealInput>,
): Promise<z.infer<typeof conductOutput>> {
  if (!(await reachOf(ctx)).includes(wish.residentId)) throw notFound('strike');
  await transact(ctx.db, async (tx) => {
    await lockConduct(tx, wish.residentId);
    const now = ctx.clock.now();
    const strike = await findStrike(tx, wish);
    const verdict = canAppeal(strike, now);
    if (verdict.rule) throw refused(verdict.rule, { params: { expiredAt: strike.expiresAt.toISOString() } });
    const { rows } = await tx.client.query<{ path: string }>(
      'select region_path as path from facilities where id = $1',
      [strike.facilityId],
    );
    const id = ctx.ids.next();
    await tx.client.query(
      `insert into strike_appeals (resident_id, id, appointment_id, facility_id, region_path, account_id, reason, status, created_at, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)`,
      [
        ...[wish.residentId, id, wish.appointmentId, strike.facilityId, rows[0]?.path ?? '', actorId(ctx.actor)],
        ...[wish.reason, now, appealDue(now)],
      ],
    );
    await recordAudit(tx, ctx, {
      facilityId: strike.facilityId,
      action: 'conduct.appeal',
      subjectType: 'appeal',
      subjectId: id,
      detail: { appointmentId: wish.appointmentId },
    });
  });
  return listConduct(ctx);
}

type Found = {
  facilityId: string;
  expiresAt: Date;
  liftedAt: Date | null;
  appealed: boolean;
  pauseEndsAt: Date | null;
};

async function findStrike(tx: Tx, { residentId, appointmentId }: z.infer<typeof appealInput>): Promise<Found> {
  const { rows } = await tx.client.query<Found>(
    `select s.facility_id as "facilityId", s.expires_at as "expiresAt", s.lifted_at as "liftedAt",
       exists (select 1 from strike_appeals p where p.resident_id = $1 and p.appointment_id = $2) as appealed,
       (select max(b.ends_at) from booking_bans b
        where b.resident_id = $1 and b.ended_at is null and s.appointment_id = any(b.appointment_ids)) as "pauseEndsAt"
     from strikes s where s.resident_id = $1 and s.appointment_id = $2`,
    [residentId, appointmentId],
  );
  if (!rows[0]) throw notFound('strike');
  return rows[0];
}
