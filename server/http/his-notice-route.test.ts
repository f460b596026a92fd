import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { systemActor, testContext } from '../kernel/test-context.ts';
import { hisNoticeRoute } from './his-notice-route.ts';
import type { FrontVariables } from './trpc-route.ts';

let db: TestDatabase;
let facilityId: string;
const app = new Hono<FrontVariables>();
beforeAll(async () => {
  db = await openTestDatabase();
  const services = testContext(db, systemActor());
  ({ facilityId } = await mintFacility(db));
  const noticeTokenHash = services.sealing.hash('his-notice', 'key-of-the-hospital');
  await db.orm
    .insert(hisEndpoints)
    .values({ facilityId, baseUrl: 'https://his.example', authKind: 'none', noticeTokenHash });
  hisNoticeRoute(app, services);
});
afterAll(() => db.close());

it.each<[string, () => string, string, string, number]>([
  [
    'takes a notice, by the code in small letters too',
    () => facilityId.toLowerCase(),
    'key-of-the-hospital',
    '{}',
    202,
  ],
  ['refuses another key', () => facilityId, 'key-of-somebody', '{}', 401],
  ['knows no other hospital', () => 'H9999', 'key-of-the-hospital', '{}', 404],
  ['refuses a body above 64 kB', () => facilityId, 'key-of-the-hospital', 'x'.repeat(64_001), 413],
])('%s', async (_name, code, key, body, status) => {
  const headers = { authorization: `Bearer ${key}`, 'content-length': String(body.length) };
  const answer = await app.request(`/api/his/${code()}/notice`, { method: 'POST', headers, body });
  expect(answer.status).toBe(status);
  const { rows } = await db.pool.query('select count(*) as n from graphile_worker.jobs where key = $1', [
    `pull:${facilityId}`,
  ]);
  expect(rows[0].n).toBe(1);
});
