import type { Tx } from '../../kernel/transaction.ts';

/**
 * One at a time decides about a person's prompts, to the end of its transaction: a say given at the moment when a hospital's
 * news comes would else pass it by.
 */
export async function lockPrompts(tx: Tx, residentId: string): Promise<void> {
  await tx.client.query({
    name: 'lock-planning-prompts',
    text: `select pg_advisory_xact_lock(hashtextextended('prompts ' || $1, 0))`,
    values: [residentId],
  });
}
