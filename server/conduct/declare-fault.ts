import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { actorId, type Context, type ContextOf } from '../kernel/context.ts';
import { invalid, notFound, refused } from '../kernel/errors.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { liftStrike } from './lift-strike.ts';
import { requireArea } from './policy.ts';
import { listFaults } from './queries/faults.ts';
import type { declareFaultInput, faultsOutput } from './schema.ts';

/** Longer than this is no failure of some hours any more, but a matter for the rules themselves (our proposal). */
const longestHours = 72;

/**
 * Hours in which systems failed: visits missed in them count against nobody, also those judged already. For one
 * facility, or for a whole area.
 */
export async function declareFault(
  ctx: ContextOf<'official'>,
  wish: z.infer<typeof declareFaultInput>,
): Promise<z.infer<typeof faultsOutput>> {
  const path = await findPath(ctx, wish);
  requireArea(ctx.actor, path, wish.facilityId ? 'facility' : 'region');
  const hours = (wish.endsAt.getTime() - wish.startsAt.getTime()) / 3_600_000;
  if (hours <= 0) throw invalid('fault-window-times');
  if (hours > longestHours) throw refused('fault-window-long', { params: { limit: longestHours } });
  await transact(ctx.db, async (tx) => {
    const id = ctx.ids.next();
    await tx.client.query(
      `insert into fault_windows (id, region_path, facility_id, starts_at, ends_at, reason, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, path, wish.facilityId ?? null, wish.startsAt, wish.endsAt, wish.reason],
        ...[actorId(ctx.actor), ctx.clock.now()],
      ],
    );
    await recordAudit(tx, ctx, {
      facilityId: wish.facilityId ?? null,
      action: 'conduct.declare-fault',
      subjectType: 'fault-window',
      subjectId: id,
      detail: { startsAt: wish.startsAt, endsAt: wish.endsAt, regionCode: wish.regionCode, reason: wish.reason },
    });
    await enqueue(tx, 'conduct-excuse', { faultWindowId: id });
  });
  return listFaults(ctx);
}

async function findPath(ctx: ContextOf<'official'>, wish: z.infer<typeof declareFaultInput>): Promise<string> {
  const { rows } = await ctx.db.pool.query<{ path: string }>(
    wish.facilityId
      ? 'select region_path as path from facilities where id = $1'
      : 'select path from regions where code = $1',
    [wish.facilityId ?? wish.regionCode ?? ctx.actor.regionCode],
  );
  if (!rows[0]) throw notFound(wish.facilityId ? 'facility' : 'region');
  return rows[0].path;
}

/** Takes back the strikes that fell into these hours. Each is a transaction of its own; a second run finds none left. */
export async function excuseFault(ctx: Context, faultWindowId: string): Promise<number> {
  const { rows } = await ctx.db.pool.query<{ facilityId: string; appointmentId: string; reason: string }>(
    `select m.facility_id as "facilityId", m.appointment_id as "appointmentId", w.reason
     from fault_windows w
     join facilities f on w.facility_id = f.id or (w.facility_id is null and starts_with(f.region_path, w.region_path))
     join missed_visits m on m.facility_id = f.id and m.verdict = 'strike' and m.lifted_at is null
     join appointments a on a.facility_id = m.facility_id and a.id = m.appointment_id
     join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
     where w.id = $1 and t.window_end > w.starts_at and t.window_start - interval '1 hour' < w.ends_at`,
    [faultWindowId],
  );
  for (const row of rows) await transact(ctx.db, (tx) => liftStrike(tx, ctx, { ...row, cause: 'fault-window' }));
  return rows.length;
}
