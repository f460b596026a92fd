import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createNotices } from './notices.ts';
import { type Bench, openBench } from './testing.ts';

let bench: Bench;
afterEach(() => bench.close());

describe.each(['lean', 'medplum'] as const)('a %s hospital that is ill', (kind) => {
  const open = async () => {
    bench = await openBench({ kind }, { timeoutMs: 1_500, maxBodyBytes: 300_000 });
    return bench;
  };

  test.each<[string, object, object]>([
    ['hangs', { hang: true }, { kind: 'timeout' }],
    ['is too slow', { slowMs: 2_500 }, { kind: 'timeout' }],
    ['fails', { fail: 500 }, { kind: 'http', status: 500 }],
    ['is away', { fail: 503, retryAfter: 3 }, { kind: 'http', status: 503, retryAfterMs: 3_000 }],
    ['is busy', { fail: 429, retryAfter: 2 }, { kind: 'http', status: 429, retryAfterMs: 2_000 }],
    ['truncates', { truncate: true }, { kind: 'truncated' }],
    ['sends without end', { huge: true }, { kind: 'too-large' }],
    ['redirects', { redirect: 'http://127.0.0.1:9/fhir' }, { kind: 'redirect' }],
    ['links elsewhere', { foreignNext: 'http://127.0.0.1:9/fhir/Slot' }, { kind: 'foreign-link' }],
  ])('%s, and is well again afterwards', async (_name, health, expected) => {
    const { control, pull, slots } = await open();
    await control({ health });
    await expect(pull('Slot', { _count: '50' })).rejects.toMatchObject({ name: 'HisError', ...expected });
    const { counts } = await control({ health: null });
    expect(await slots()).toHaveLength(Number(counts.Slot));
  });

  test('is slow but in time', async () => {
    const { control, slots } = await open();
    await control({ health: { slowMs: 50 } });
    const started = performance.now();
    expect((await slots({ _count: '500' })).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeGreaterThanOrEqual(50);
  });

  test('repeats resources, within a page and over pages, and loses none', async () => {
    const { control, slots } = await open();
    const { counts } = await control({ health: { duplicate: true } });
    const all = await slots({ _count: '20' });
    expect(all.length).toBeGreaterThan(Number(counts.Slot));
    expect(new Set(all.map((one) => one.hisId)).size).toBe(counts.Slot);
  });

  test('ignores the order it was asked for', async () => {
    const { control, slots } = await open();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await control({ take: { any: 9 } });
    const times = async () => (await slots({ _sort: '_lastUpdated' })).map((one) => one.lastUpdated);
    const inOrder = await times();
    expect(inOrder).toEqual([...inOrder].sort());
    await control({ health: { reorder: true } });
    const outOfOrder = await times();
    expect(outOfOrder).not.toEqual([...outOfOrder].sort());
    expect([...outOfOrder].sort()).toEqual(inOrder);
  });
});

test('a clock that is wrong stamps what changes', async () => {
  bench = await openBench();
  await bench.control({ health: { skewMs: -600_000 } });
  const { taken } = await bench.control({ take: { any: 1 } });
  const [slot] = await bench.slots({ _id: String(taken?.[0]) });
  expect(Math.abs(Date.parse(slot?.lastUpdated ?? '') - (Date.now() - 600_000))).toBeLessThan(5_000);
});

test('an unknown switch is refused', async () => {
  bench = await openBench();
  await expect(bench.control({ health: { hanging: true } })).rejects.toThrow(/400/);
});

test('a wrong token gets nothing', async () => {
  bench = await openBench({}, { token: 'wrong' });
  await expect(bench.pull('Slot')).rejects.toMatchObject({ kind: 'http', status: 401 });
});

describe('oddities', () => {
  test.each<[string, object]>([
    ['no total', { noTotal: true }],
    ['paging by offset', { offsetPaging: true }],
    ['speaking ids', { stringIds: true }],
    ['bare outcomes', { bareOutcome: true }],
  ])('%s does not keep the whole from being read', async (_name, personality) => {
    bench = await openBench({ personality });
    const { counts } = await bench.control({});
    expect(new Set((await bench.slots({ _count: '30' })).map((one) => one.hisId)).size).toBe(counts.Slot);
  });

  test('another base path', async () => {
    bench = await openBench({ basePath: '/hip/r4' });
    expect(await bench.pull('Organization')).toHaveLength(1);
  });

  test('busy now and then', async () => {
    bench = await openBench({ personality: { busyEvery: 3 } });
    await bench.pull('Organization');
    await bench.pull('Organization');
    await expect(bench.pull('Organization')).rejects.toMatchObject({ status: 429, retryAfterMs: 1_000 });
    await bench.pull('Organization');
  });
});

describe('notices', () => {
  async function openPlatform() {
    const notices: { url: string | undefined; key: string | undefined; types: string[] }[] = [];
    const platform = http.createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      notices.push({ url: request.url, key: request.headers.authorization, types: JSON.parse(body).resourceTypes });
      response.end();
    });
    await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(platform.address() as AddressInfo).port}/api/his`;
    return { notices, url, close: () => platform.close() };
  }

  test('several changes at once make one notice', async () => {
    const platform = await openPlatform();
    const { changed, close } = createNotices(`${platform.url}/h1/notice`, 'n');
    changed(['Slot']);
    changed(['Appointment', 'Slot']);
    await expect.poll(() => platform.notices).toHaveLength(1);
    changed(['Schedule']);
    await expect.poll(() => platform.notices).toHaveLength(2);
    expect(platform.notices.map((one) => one.types)).toEqual([['Slot', 'Appointment'], ['Schedule']]);
    close();
    platform.close();
  });

  test('what is done at the hospital is told, with the key of the hospital', async () => {
    const platform = await openPlatform();
    bench = await openBench({}, {}, { platformNoticeUrl: platform.url });
    await bench.book(await bench.freeSlot());
    await expect.poll(() => platform.notices.length).toBeGreaterThan(0);
    expect(platform.notices[0]).toMatchObject({ url: '/api/his/h1/notice', key: 'Bearer n' });
    const told = () => new Set(platform.notices.flatMap((one) => one.types));
    await expect.poll(told).toEqual(new Set(['Appointment', 'Slot']));
    platform.close();
  });

  test('a platform that is away does not keep the hospital from working', async () => {
    bench = await openBench({}, {}, { platformNoticeUrl: 'http://127.0.0.1:1/api/his' });
    await bench.book(await bench.freeSlot());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await bench.pull('Appointment')).toHaveLength(1);
  });
});
