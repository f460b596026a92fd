import type { Tx } from '../kernel/transaction.ts';

/**
 * One intake of a hospital at a time, to the end of its transaction: two that bring the same new entry would both
 * count it, and the older could stand above the newer. Asked for before any row is locked; again is harmless.
 */
export async function lockIntake(tx: Tx, facilityId: string): Promise<void> {
  await tx.client.query({
    name: 'lock-intake',
    text: `select pg_advisory_xact_lock(hashtextextended('records-intake ' || $1, 0))`,
    values: [facilityId],
  });
}
