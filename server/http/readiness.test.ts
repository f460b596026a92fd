import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import type { Services } from '../kernel/context.ts';
import { createReadiness, type ReadinessOptions } from './readiness.ts';

let db: TestDatabase;
let web: Server;
let webUrl: string;
let webStatus = 404;

beforeAll(async () => {
  db = await openTestDatabase({ max: 4 });
  web = createServer((_req, res) => res.writeHead(webStatus).end());
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  webUrl = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
});
afterAll(async () => {
  web.close();
  await db.close();
});

const ask = (more: Partial<ReadinessOptions> = {}) =>
  createReadiness({ services: { db } as unknown as Services, webUrl, stopping: () => false, ...more })();

async function withWorker<T>(name: string, work: () => Promise<T>): Promise<T> {
  const worker = new pg.Client({ connectionString: db.url, application_name: name });
  await worker.connect();
  await worker.query('select 1');
  return work().finally(() => worker.end());
}

describe('readiness', () => {
  it('is ready when every part is, and names their versions', async () => {
    const answer = await withWorker('huimin-worker-beat 9.9.9', () => ask());
    expect(answer.status).toBe('ready');
    expect(answer.parts.database.version).toMatch(/^\d+\.\d+/);
    expect(answer.parts.migrations.version).toMatch(/^\d{4}_/);
    expect(answer.parts.worker).toEqual({ state: 'ok', version: '9.9.9' });
    expect(answer.parts.his.state).toBe('none');
  });

  it('is degraded, not down, without a worker: bookings still work', async () => {
    const answer = await ask();
    expect(answer.status).toBe('degraded');
    expect(answer.parts.worker.state).toBe('down');
  });

  it('is degraded when the sandbox hospitals do not answer', async () => {
    const answer = await withWorker('huimin-worker-beat 1', () => ask({ sandboxUrl: 'http://127.0.0.1:9' }));
    expect(answer).toMatchObject({ status: 'degraded', parts: { his: { state: 'down' } } });
  });

  it('is not ready without pages', async () => {
    expect(await ask({ webUrl: 'http://127.0.0.1:9' })).toMatchObject({
      status: 'not-ready',
      parts: { web: { state: 'down' } },
    });
    webStatus = 500;
    expect((await ask()).parts.web).toMatchObject({ state: 'down', detail: 'answers 500' });
    webStatus = 404;
  });

  it('is not ready without a database, and says so soon', async () => {
    const gone = openDatabase({ url: 'postgres://nobody@127.0.0.1:9/none', name: 'test', max: 1 });
    const started = performance.now();
    const answer = await ask({ services: { db: gone } as unknown as Services });
    expect(answer).toMatchObject({
      status: 'not-ready',
      parts: { database: { state: 'down' }, worker: { state: 'down' } },
    });
    expect(performance.now() - started).toBeLessThan(4000);
    await gone.pool.end();
  });

  it('is not ready while the schema is behind', async () => {
    const { rows } = await db.pool.query(
      'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning hash, created_at',
    );
    const answer = await ask();
    await db.pool.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
      rows[0].hash,
      rows[0].created_at,
    ]);
    expect(answer).toMatchObject({ status: 'not-ready', parts: { migrations: { state: 'behind' } } });
  });

  it('says that it is leaving', async () => {
    expect((await ask({ stopping: () => true })).status).toBe('stopping');
  });
});
