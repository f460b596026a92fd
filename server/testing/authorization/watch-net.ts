import { drizzle } from 'drizzle-orm/node-postgres';
import type { Database } from '#db/client.ts';
import { policies } from '#db/row-security/policies.ts';
import { tablesIn } from '../../walls/axes.ts';

type Query = { name?: string; text: string } | string;
type Asks = { query: (query: Query, ...rest: unknown[]) => unknown };

/** Which file of ours sent the statement that is being sent now. */
const sender = (): string => {
  const frames = (new Error().stack ?? '').split('\n').map((line) => /\/(server\/[^:?]+\.ts)/.exec(line)?.[1]);
  return frames.find((file) => file && !/^server\/(testing|kernel\/(acting|transaction))/.test(file)) ?? 'elsewhere';
};

/**
 * A database that notes who reads or changes tables under the second net without taking the actor's role: files, and
 * the tables that they name.
 */
export function watchNet(db: Database): { db: Database; outside: Map<string, Set<string>> } {
  const outside = new Map<string, Set<string>>();
  const note = (query: Query) => {
    const text = typeof query === 'string' ? query : query.text;
    for (const table of tablesIn(text).filter((name) => name in policies)) {
      const file = sender();
      outside.set(file, (outside.get(file) ?? new Set()).add(table));
    }
  };
  const watched = <T extends Asks>(target: T): T => {
    let acting = false;
    return new Proxy(target, {
      get(whole, key) {
        const value = Reflect.get(whole, key);
        if (key === 'connect') return async () => watched((await db.pool.connect()) as never);
        if (key !== 'query') return typeof value === 'function' ? value.bind(whole) : value;
        return (query: Query, ...rest: unknown[]) => {
          const name = typeof query === 'string' ? query : (query.name ?? '');
          if (name.startsWith('become-')) acting = true;
          else if (/^(be-again|commit|rollback)$/.test(name)) acting = false;
          else if (!acting) note(query);
          return whole.query(query, ...rest);
        };
      },
    });
  };
  const pool = watched(db.pool as never) as Database['pool'];
  return { db: { ...db, pool, orm: drizzle(pool) }, outside };
}
