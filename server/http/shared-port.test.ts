import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findFreePort } from '#db/embedded.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { type ApiProcess, newSecret, startApiProcess } from './testing/api-process.ts';

let db: TestDatabase;
const apis: ApiProcess[] = [];
beforeAll(async () => {
  db = await openTestDatabase({ max: 2 });
});
afterAll(async () => {
  await Promise.all(apis.map((api) => api.stop()));
  await db.close();
});

/** Which process answers on a new connection: no two began at the same instant. */
async function whoAnswers(url: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/metrics`, { headers: { connection: 'close' } });
  return /^process_start_time_seconds (\S+)/m.exec(await answer.text())?.[1];
}

// elsewhere the kernel does not share connections out
it.runIf(process.platform === 'linux')(
  'two front processes share a port, and one answers alone when the other is killed',
  async () => {
    const [port, secret] = [await findFreePort(), newSecret()];
    const first = await startApiProcess(db.url, secret, port);
    const second = await startApiProcess(db.url, secret, port);
    apis.push(first, second);
    const seen = new Set<string | undefined>();
    await vi.waitUntil(async () => seen.add(await whoAnswers(first.url)).size === 2, {
      timeout: 100_000,
      interval: 10,
    });
    await first.crash();
    const left = new Set<string | undefined>();
    for (let i = 0; i < 20; i += 1) left.add(await whoAnswers(second.url));
    expect(left.size).toBe(1);
  },
  120_000,
);
