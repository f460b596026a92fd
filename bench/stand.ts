import { type Database, openDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrations.ts';
import { type OwnPostgres, startOwnPostgres } from '#db/testing/own-postgres.ts';
import { type ApiProcess, newSecret, startApiProcess } from '#server/http/testing/api-process.ts';
import { familySeconds } from './processor-time.ts';

/** Postgres and api processes as in production, for one benchmark run. */
export type Stand = {
  url: string;
  db: Database;
  apis: ApiProcess[];
  rootSecret: string;
  /** Seconds of processor time used so far; Postgres' is known on Linux, when it is our own. */
  cpuSeconds: () => Promise<{ api: number; postgres: number }>;
  stop: () => Promise<void>;
};

/** Uses DATABASE_URL if it is set, else a durable Postgres of its own that is thrown away afterwards. */
export async function openStand(apiCount: number): Promise<Stand> {
  const given = process.env.DATABASE_URL;
  let own: OwnPostgres | undefined;
  if (given) await migrateDatabase(given);
  else own = await startOwnPostgres();
  const url = given ?? own?.url ?? '';
  const db = openDatabase({ url, name: 'huimin-bench', max: 4, timeoutMs: 120_000 });
  const rootSecret = newSecret();
  const apis: ApiProcess[] = [];
  const stop = async () => {
    await Promise.all(apis.map((api) => api.stop()));
    await db.pool.end();
    await own?.stop();
  };
  try {
    for (let i = 0; i < apiCount; i += 1) apis.push(await startApiProcess(url, rootSecret));
  } catch (error) {
    await stop();
    throw error;
  }
  const cpuSeconds = async () => {
    const used = await Promise.all(apis.map(cpuOf));
    return { api: used.reduce((sum, one) => sum + one, 0), postgres: own ? familySeconds(own.pid()) : Number.NaN };
  };
  return { url, db, apis, rootSecret, cpuSeconds, stop };
}

async function cpuOf(api: ApiProcess): Promise<number> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1]);
}
