import { isConnectionLoss } from './transaction.ts';

/** Ids and counts go here, no names. */
export type FailureLog = { error: (fields: object, text: string) => void };

/** So many lost connections in a row are the database's, and the others would only wait for it too. */
const lostMost = 3;

/**
 * A job's list, one after the other. One that fails is logged and holds up nobody; the job fails when all had their
 * turn, to be tried again: `work` is a transaction that finds nothing left to do where it was done.
 */
export async function eachInTurn<T extends object>(
  log: FailureLog,
  what: string,
  list: readonly T[],
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  let failed = 0;
  let lost = 0;
  for (const one of list) {
    try {
      await work(one);
      lost = 0;
    } catch (err) {
      log.error({ err, ...idsOf(one) }, `${what}: one failed`);
      failed += 1;
      lost = isConnectionLoss(err) ? lost + 1 : 0;
      if (lost === lostMost) throw err;
    }
  }
  if (failed > 0) throw new Error(`${what}: ${failed} of ${list.length} failed`);
}

const idsOf = (one: object) => Object.fromEntries(Object.entries(one).filter(([field]) => /(ids?|key)$/i.test(field)));

/** Ids in lists of at most `size`, for statements that take many at once. */
export const inChunks = (rows: readonly { id: string }[], size: number): { ids: string[] }[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => {
    return { ids: rows.slice(i * size, (i + 1) * size).map((row) => row.id) };
  });
