import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase } from '#db/client.ts';
import { mintFacility, mintSession } from '#db/testing/mint.ts';
import { type OwnPostgres, startOwnPostgres } from '#db/testing/own-postgres.ts';
import { hashSid } from '../../access/start-session.ts';
import { type ApiProcess, cookieOf, newSecret, type Part, startApiProcess, startPart } from './api-process.ts';

/** One resident of the storm, who books once; the key stays the same however often it is asked. */
export type Caller = { residentId: string; cookie: string; key: string };
export type Clinic = { facilityId: string; sessionId: string };

/** A durable Postgres, two api processes and a worker, each of which may be killed and started again. */
export type StormStand = {
  db: Database;
  clinics: Clinic[];
  callers: Caller[];
  apis: [ApiProcess, ApiProcess];
  parts: Record<'api' | 'worker' | 'postgres', () => Promise<void>>;
  stop: () => Promise<void>;
};

const clinicCount = 20;

/** `parts` kills one with kill -9 and resolves as soon as it is back: it answers, or takes jobs. */
export async function openStormStand(callers: number): Promise<StormStand> {
  const server: OwnPostgres = await startOwnPostgres();
  const db = openDatabase({ url: server.url, name: 'storm', max: 4, timeoutMs: 30_000, connectMs: 30_000 });
  const secret = newSecret();
  const facility = await mintFacility(db);
  const clinics = await Promise.all(
    Array.from({ length: clinicCount }, () => mintSession(db, facility, { capacity: 500 })),
  );
  const people = await mintCallers(db, callers, secret);
  await db.pool.query('checkpoint');
  const start = () => startApiProcess(server.url, secret);
  const apis: StormStand['apis'] = [await start(), await start()];
  let worker = await startWorker(server.url, secret);
  let turn = 0;
  const parts: StormStand['parts'] = {
    api: async () => {
      turn = 1 - turn;
      const at = turn as 0 | 1;
      await apis[at].crash();
      apis[at] = await start();
    },
    worker: async () => {
      await worker.crash();
      worker = await startWorker(server.url, secret);
    },
    postgres: async () => {
      server.crash();
      await server.restart();
    },
  };
  const stop = async () => {
    await Promise.all([...apis.map((api) => api.stop()), worker.stop()]);
    await db.pool.end();
    await server.stop();
  };
  return { db, clinics, callers: people, apis, parts, stop };
}

async function startWorker(url: string, secret: string): Promise<Part> {
  const part = startPart('server/worker.ts', url, secret);
  while (!part.log().includes('"working"')) {
    if (part.child.exitCode !== null)
      throw new Error(`the worker ended with code ${part.child.exitCode}\n${part.log()}`);
    await pause(10);
  }
  return part;
}

/** Signed-in residents, each with an account of their own. */
async function mintCallers(db: Database, count: number, secret: string): Promise<Caller[]> {
  const people = Array.from({ length: count }, () => ({ residentId: randomUUID(), sid: randomUUID() }));
  await db.pool.query(
    `with people as (
       insert into residents (id, name, sex, birth_date) select id, '测试', 'male', '1980-01-01' from unnest($1::uuid[]) id
     ), holders as (
       insert into accounts (id, kind, display_name, resident_id) select id, 'resident', '测试', id from unnest($1::uuid[]) id
     ) insert into sign_in_sessions (sid_hash, account_id, expires_at)
       select hash, id, now() + interval '1 hour' from unnest($1::uuid[], $2::text[]) as x (id, hash)`,
    [people.map((one) => one.residentId), people.map((one) => hashSid(one.sid))],
  );
  return Promise.all(
    people.map(async ({ residentId, sid }) => ({
      ...{ residentId, key: residentId.replaceAll('-', '') },
      cookie: await cookieOf(sid, secret),
    })),
  );
}
