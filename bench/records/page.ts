import type { Database } from '#db/client.ts';
import type { MintedResident } from '#db/testing/mint.ts';
import { residentActor, testContext } from '#server/kernel/test-context.ts';
import { appRouter } from '#server/root.ts';
import { createCaller } from '#server/trpc.ts';
import { quantile } from '../result.ts';

const callerOf = createCaller(appRouter);
export type Reader = Pick<MintedResident, 'residentId' | 'accountId' | 'name'>;
type Statement = { text: string; values: unknown[] };

/** What the first page of a record asks of the server. */
export async function readPage(db: Database, reader: Reader): Promise<number> {
  const caller = callerOf(testContext(db, residentActor(reader)));
  const { visits } = await caller.records.visits({ residentId: reader.residentId });
  return visits.length;
}

/** The statements that such a page sends, as they are, to be sent again without anything around them. */
export async function statementsOf(db: Database, reader: Reader): Promise<Statement[]> {
  const sent: Statement[] = [];
  const pool = new Proxy(db.pool, {
    get(target, key) {
      if (key !== 'query') return Reflect.get(target, key);
      return (query: { text: string; values?: unknown[] } | string, values?: unknown[]) => {
        const named = typeof query === 'string' ? { text: query, values } : query;
        sent.push({ text: named.text, values: named.values ?? [] });
        return values ? target.query(query as string, values) : target.query(query as string);
      };
    },
  });
  await readPage({ ...db, pool }, reader);
  return sent;
}

export async function sendBare(db: Database, statements: readonly Statement[]): Promise<void> {
  for (const [i, one] of statements.entries()) {
    await db.pool.query({ name: `bare-${i}-${one.text.length}`, ...one });
  }
}

/** Medians of `samples` runs each, in turns, so that what else the machine does meets all alike. */
export async function inTurns(works: (() => Promise<unknown>)[], samples: number): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let i = -Math.ceil(samples / 10); i < samples; i += 1) {
    for (const [k, work] of works.entries()) {
      const started = performance.now();
      await work();
      if (i >= 0) times[k]?.push(performance.now() - started);
    }
  }
  return times.map((list) =>
    quantile(
      list.sort((a, b) => a - b),
      0.5,
    ),
  );
}
