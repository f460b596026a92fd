import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact, violated } from '../kernel/transaction.ts';
import { expectQueueStaff } from './policy.ts';
import type { openStationInput } from './schema/staff.ts';

/**
 * The doctor begins to call a session of today in a room; a room left open elsewhere is closed first. Opening
 * what is open already changes nothing.
 */
export async function openStation(
  ctx: ContextOf<'staff'>,
  { sessionId, room }: z.infer<typeof openStationInput>,
): Promise<{ stationId: string }> {
  const { facilityId, accountId, name } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'call');
  const now = ctx.clock.now();
  try {
    return await transact(ctx.db, async (tx) => {
      await expectToday(tx, facilityId, sessionId, regionDay(now));
      const open = await lockOwn(tx, facilityId, accountId);
      if (open?.sessionId === sessionId && open.room === room) return { stationId: open.id };
      if (open) await close(tx, ctx, open.id);
      const stationId = ctx.ids.next();
      await tx.client.query(
        'insert into queue_lines (facility_id, session_id) values ($1, $2) on conflict do nothing',
        [facilityId, sessionId],
      );
      await tx.client.query(
        `insert into queue_stations (facility_id, id, session_id, account_id, doctor, room, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [facilityId, stationId, sessionId, accountId, name, room, now],
      );
      await recordAudit(tx, ctx, {
        facilityId,
        action: 'queues.open-room',
        subjectType: 'session',
        subjectId: sessionId,
        detail: { room, stationId },
      });
      return { stationId };
    });
  } catch (error) {
    if (violated(error) === 'queue_stations_room') throw refused('room-taken', { params: { room } });
    throw error;
  }
}

/** The doctor stops calling. Refused while somebody is called or inside; closing twice changes nothing. */
export async function closeStation(ctx: ContextOf<'staff'>): Promise<{ done: true }> {
  const { facilityId, accountId } = ctx.actor;
  expectQueueStaff(ctx.actor, facilityId, 'call');
  return transact(ctx.db, async (tx) => {
    const open = await lockOwn(tx, facilityId, accountId);
    if (open) await close(tx, ctx, open.id);
    return { done: true as const };
  });
}

type Open = { id: string; sessionId: string; room: string };

async function lockOwn(tx: Tx, facilityId: string, accountId: string): Promise<Open | null> {
  const { rows } = await tx.client.query<Open>(
    `select id, session_id as "sessionId", room from queue_stations
     where facility_id = $1 and account_id = $2 and closed_at is null for update`,
    [facilityId, accountId],
  );
  return rows[0] ?? null;
}

async function close(tx: Tx, ctx: ContextOf<'staff'>, stationId: string): Promise<void> {
  const { facilityId } = ctx.actor;
  const { rows } = await tx.client.query(
    `select 1 from queue_entries where facility_id = $1 and station_id = $2 and status in ('called', 'in-room')`,
    [facilityId, stationId],
  );
  if (rows.length > 0) throw refused('room-busy');
  await tx.client.query('update queue_stations set closed_at = $3 where facility_id = $1 and id = $2', [
    ...[facilityId, stationId, ctx.clock.now()],
  ]);
  await recordAudit(tx, ctx, {
    facilityId,
    action: 'queues.close-room',
    subjectType: 'station',
    subjectId: stationId,
  });
}

async function expectToday(tx: Tx, facilityId: string, sessionId: string, today: string): Promise<void> {
  const { rows } = await tx.client.query<{ date: string; status: string }>(
    'select date, status from sessions where facility_id = $1 and id = $2',
    [facilityId, sessionId],
  );
  const session = rows[0];
  if (!session || session.status === 'draft') throw notFound('session');
  if (session.status === 'suspended') throw refused('stopped');
  if (session.date !== today) throw refused('not-today', { params: { date: session.date } });
}
