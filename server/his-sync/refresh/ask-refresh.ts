import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { refused } from '../../kernel/errors.ts';
import { enqueue } from '../../kernel/queue.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { openRecord } from '../../records/scope.ts';
import { findPatients } from './queries.ts';
import { nextRefreshAt, refreshEveryMs } from './rules.ts';
import type { refreshInput } from './schema.ts';

/**
 * Has every hospital where the person was seen asked for news at once. Asked for again while that goes on it changes
 * nothing; for a short time afterwards it is refused, so that nobody can wear hospitals out.
 */
export async function askRefresh(
  ctx: ContextOf<'resident'> | ContextOf<'staff'>,
  { residentId }: z.infer<typeof refreshInput>,
): Promise<void> {
  await openRecord(ctx, residentId, 'record-refresh');
  const facilityIds = [...(await findPatients(ctx, residentId)).keys()];
  if (facilityIds.length === 0) throw refused('refresh-no-hospital');
  const now = ctx.clock.now();
  await transact(ctx.db, async (tx) => {
    const refreshId = ctx.ids.next();
    if (!(await begin(tx, residentId, refreshId, now))) return expectRunning(tx, residentId, now);
    await tx.client.query('delete from record_refresh_hospitals where resident_id = $1', [residentId]);
    await tx.client.query(
      `insert into record_refresh_hospitals (resident_id, facility_id, state)
       select $1, facility, 'waiting' from unnest($2::text[]) as facility`,
      [residentId, facilityIds],
    );
    const entry = { action: 'records.refresh', subjectType: 'resident', subjectId: residentId };
    await recordAudit(tx, ctx, { facilityId: null, ...entry, detail: { hospitals: facilityIds.length } });
    await enqueue(tx, 'his-refresh', { residentId, refreshId }, { key: `refresh:${refreshId}` });
  });
}

/** The row itself counts: of two that ask at one moment the second finds the first's. */
async function begin(tx: Tx, residentId: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `insert into record_refreshes as r (resident_id, id, asked_at) values ($1, $2, $3)
     on conflict (resident_id) do update set id = excluded.id, asked_at = excluded.asked_at, ended_at = null
     where r.asked_at <= $4`,
    [residentId, id, now, new Date(now.getTime() - refreshEveryMs)],
  );
  return rowCount === 1;
}

async function expectRunning(tx: Tx, residentId: string, now: Date): Promise<void> {
  const { rows } = await tx.client.query<{ askedAt: Date; endedAt: Date | null }>(
    'select asked_at as "askedAt", ended_at as "endedAt" from record_refreshes where resident_id = $1',
    [residentId],
  );
  if (!rows[0]?.endedAt) return;
  const nextAt = nextRefreshAt(rows[0].askedAt, now) ?? now;
  throw refused('refresh-too-soon', { params: { minutes: refreshEveryMs / 60_000 }, nextAt });
}
