import fc from 'fast-check';
import type { Database } from '#db/client.ts';
import { histories } from './commands.ts';
import { processOf } from './intercept.ts';
import { compare } from './walk.ts';
import { mintWorld } from './world.ts';

/**
 * For a database that begins empty and sees the same few statements a million times: each is planned once, and not as
 * if the tables stayed as small as they were then (quiet machine: 4.2 → 2.8 ms of both processors a command).
 */
const settings = ['plan_cache_mode=force_generic_plan', 'enable_seqscan=off'];
export const connections = { max: 8, patient: true, settings };

export type Tried = { commands: number; failure: string | null };
type Wish = {
  /** Where commands are counted; goes on until there are so many, or one finds a counter-example. */
  until: number;
  seed: number;
  /** The processes that act; the comparison always reads the database itself. */
  processes?: Database[];
  /** Looks for the shortest history that shows the same. */
  shrink?: boolean;
};

const longest = 100;

/**
 * Random histories, each in a world of its own, until there were `until` commands. A command is one thing that
 * somebody does or that time brings (booking, cancelling, a stop, a step of the clock …) with its answer compared; a
 * request cut off and repeated counts once, what comes at once counts each.
 */
export async function tryHistories(db: Database, wish: Wish): Promise<Tried> {
  const { until, seed, processes = [processOf(db), processOf(db)], shrink = true } = wish;
  let commands = 0;
  const property = fc.asyncProperty(histories(longest), async (history) => {
    const { world, ledger } = await mintWorld(db);
    const model = { ledger };
    try {
      await fc.asyncModelRun(() => ({ model, real: { world, processes } }), history);
      await compare(world, [model.ledger]);
    } finally {
      commands += world.commands;
    }
  });
  for (let round = 0; commands < until; round += 1) {
    const found = await fc.check(property, {
      ...{ numRuns: 5, seed: (seed + round * 7919) | 0, endOnFailure: !shrink },
      ...{ includeErrorInReport: true, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: false },
    });
    if (found.failed) return { commands, failure: fc.defaultReportMessage(found) ?? 'failed' };
  }
  return { commands, failure: null };
}
