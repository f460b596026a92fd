import { refused } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { DrawWindow } from './draw-window.ts';

type Key = { facilityId: string; sessionId: string };
export type DrawSession = {
  status: string;
  startsAt: Date;
  closeAt: Date;
  releaseAt: Date;
  drawOpensAt: Date | null;
};

/** Locks the session whose draw is marked, closed or ended; null when there is none. */
export async function lockForDraw(tx: Tx, { facilityId, sessionId }: Key): Promise<DrawSession | null> {
  const { rows } = await tx.client.query<DrawSession>(
    `select status, starts_at as "startsAt", close_at as "closeAt", release_at as "releaseAt", draw_opens_at as "drawOpensAt"
     from sessions where facility_id = $1 and id = $2 for no key update`,
    [facilityId, sessionId],
  );
  return rows[0] ?? null;
}

/**
 * The locked session gives its numbers by draw: nothing is sold before it, as it is released only at its close until
 * `releaseAfterDraw`. Refused once somebody has a number of the public pool.
 */
export async function markForDraw(tx: Tx, { facilityId, sessionId }: Key, window: DrawWindow): Promise<void> {
  const key = [facilityId, sessionId];
  const { rows } = await tx.client.query<{ taken: number }>(
    `select count(*) filter (where status not in ('free', 'suspended')) as taken from (
       select status from tickets where facility_id = $1 and session_id = $2 and pool = 'public' for update) t`,
    key,
  );
  const taken = rows[0]?.taken ?? 0;
  if (taken > 0) throw refused('draw-already-selling', { params: { taken } });
  await tx.client.query(
    'update sessions set draw_opens_at = $3, draw_closes_at = $4, release_at = close_at where facility_id = $1 and id = $2',
    [...key, window.opensAt, window.closesAt],
  );
}

/** First come again, from `releaseAt` on. */
export async function unmarkDraw(tx: Tx, { facilityId, sessionId }: Key, releaseAt: Date): Promise<void> {
  await tx.client.query(
    'update sessions set draw_opens_at = null, draw_closes_at = null, release_at = $3 where facility_id = $1 and id = $2',
    [facilityId, sessionId, releaseAt],
  );
}

/** At the close of requests: holds every free number of the public pool for the draw, and names them, lowest first. */
export async function keepForDraw(tx: Tx, { facilityId, sessionId }: Key): Promise<number[]> {
  const { rows } = await tx.client.query<{ number: number }>(
    `update tickets set status = 'held', taken_by = 'platform'
     where facility_id = $1 and session_id = $2 and status = 'free' and pool = 'public' returning number`,
    [facilityId, sessionId],
  );
  return rows.map((row) => row.number).sort((a, b) => a - b);
}

/** The draw is done: numbers nobody drew are free, and whoever comes first may have them from now on. */
export async function releaseAfterDraw(tx: Tx, { facilityId, sessionId }: Key, left: number[], now: Date) {
  const { rows } = await tx.client.query<{ status: string }>(
    `update sessions set release_at = least($3::timestamptz, close_at) where facility_id = $1 and id = $2 returning status`,
    [facilityId, sessionId, now],
  );
  await tx.client.query(
    `update tickets set status = $4, taken_by = null
     where facility_id = $1 and session_id = $2 and number = any($3::smallint[]) and status = 'held'`,
    [facilityId, sessionId, left, rows[0]?.status === 'suspended' ? 'suspended' : 'free'],
  );
}
