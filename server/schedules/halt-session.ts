import type { Tx } from '../kernel/transaction.ts';
import { serveWaiting } from './return-tickets.ts';

/**
 * Takes a session off sale because its ledger does not add up; visits go on. False when it was not on sale.
 * The caller records why, in the same transaction; repeating it changes nothing.
 */
export async function haltSession(tx: Tx, facilityId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `update sessions set status = 'halted' where facility_id = $1 and id = $2 and status = 'published'`,
    [facilityId, sessionId],
  );
  return rowCount === 1;
}

/** Puts a halted session back on sale, and whoever waits for it in motion; one that was stopped meanwhile stays stopped. */
export async function resumeSession(tx: Tx, facilityId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `update sessions set status = 'published' where facility_id = $1 and id = $2 and status = 'halted'`,
    [facilityId, sessionId],
  );
  if (rowCount === 1) await serveWaiting(tx, { facilityId, sessionId });
  return rowCount === 1;
}
