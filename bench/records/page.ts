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

type Asked = { name?: string; text: string; values?: unknown[] } | string;

/** What belongs to asking as somebody, and not to the page: where the tables lie, begin, taking the role, commit. */
const isAround = (text: string, name = ''): boolean =>
  /^(begin|commit)$|pg_extension/.test(text) || name.startsWith('become-');

/** The statements that such a page sends, as they are, to be sent again without anything around them. */
export async function statementsOf(db: Database, reader: Reader): Promise<Statement[]> {
  const sent: Statement[] = [];
  const note = (query: Asked, values: unknown[] = []) => {
    const named = typeof query === 'string' ? { text: query, values } : query;
    if (!isAround(named.text, 'name' in named ? named.name : '')) sent.push({ values: [], ...named });
  };
  const noting = <T extends { query: (...all: never[]) => unknown }>(target: T): T =>
    new Proxy(target, {
      get(whole, key) {
        const value = Reflect.get(whole, key);
        if (key === 'connect') return async () => noting(await db.pool.connect());
        if (typeof value !== 'function') return value;
        return (...all: unknown[]) => {
          if (key === 'query') note(all[0] as Asked, all[1] as unknown[]);
          return Reflect.apply(value, whole, all);
        };
      },
    });
  await readPage({ ...db, pool: noting(db.pool) }, reader);
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
