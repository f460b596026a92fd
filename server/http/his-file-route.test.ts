import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hisFileKeys } from '#db/schema/his-sync/files.ts';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { bytesMost } from '../his-sync/flat/schema.ts';
import { systemActor, testContext } from '../kernel/test-context.ts';
import { hisFileRoute } from './his-file-route.ts';
import type { FrontVariables } from './trpc-route.ts';

let db: TestDatabase;
let plain = '';
let connected = '';
const app = new Hono<FrontVariables>();
beforeAll(async () => {
  db = await openTestDatabase();
  const services = testContext(db, systemActor());
  [plain, connected] = (await Promise.all([1, 2].map(async () => (await mintFacility(db)).facilityId))) as [
    string,
    string,
  ];
  const tokenHash = services.sealing.hash('his-file', 'key-of-the-hospital');
  const key = { tokenHash, madeAt: new Date(), madeBy: 'test' };
  await db.orm.insert(hisFileKeys).values([plain, connected].map((facilityId) => ({ facilityId, ...key })));
  await db.orm.insert(hisEndpoints).values({ facilityId: connected, baseUrl: 'https://his.example', authKind: 'none' });
  // as the front does before any route
  app.use((c, next) => {
    c.set('requestId', 'request');
    return next();
  });
  hisFileRoute(app, services);
});
afterAll(() => db.close());

const heading = '患者编号,姓名,性别,出生日期,更新时间';
const post = async (facilityId: string, body: string, key = 'key-of-the-hospital', query = 'name=x.csv') => {
  const headers = { authorization: `Bearer ${key}`, 'content-length': String(Buffer.byteLength(body)) };
  const answer = await app.request(`/api/his/${facilityId}/files?${query}`, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.json() };
};

it('answers 200 when every row was taken', async () => {
  const answer = await post(plain.toLowerCase(), `${heading}\nP1,王小明,男,1980-05-17,2026-11-02`);
  expect(answer).toMatchObject({ status: 200, body: { rows: 1, taken: 1, refused: 0, problems: [] } });
});
it('answers 422 when a row is to be mended, in both languages, and takes the others', async () => {
  const answer = await post(plain, `${heading}\nP2,王小明,男,1980-05-17,2026-11-02\nP3,王小明,男,,2026-11-02`);
  expect(answer).toMatchObject({ status: 422, body: { rows: 2, taken: 1, refused: 1 } });
  expect(answer.body.problems).toEqual([
    {
      ...{ kind: { zh: '患者', en: 'Patients' }, line: 3, sourceId: 'P3', waits: false, settled: false, outcome: null },
      faults: [
        {
          column: { zh: '出生日期', en: 'birth_date' },
          what: { zh: '必填，但是空着', en: 'It is required, but empty' },
          way: { zh: '请填写', en: 'Fill it in' },
        },
      ],
    },
  ]);
});
it.each(['check=1', 'check', 'check=yes'])('keeps nothing of what is sent with %s, and says so', async (query) => {
  const file = `${heading}\nP4,王小明,男,1980-05-17,2026-11-02`;
  const answer = await post(plain, file, 'key-of-the-hospital', query);
  expect(answer).toMatchObject({ status: 200, body: { checked: true, rows: 1, taken: 1, written: 1 } });
  const { rows } = await db.pool.query(`select 1 from record_entries where facility_id = $1 and source_id = 'P4'`, [
    plain,
  ]);
  expect(rows).toEqual([]);
});
it('refuses another key, another hospital, and one whose records come by FHIR', async () => {
  expect(await post(plain, heading, 'key-of-somebody')).toMatchObject({ status: 401 });
  expect(await post('H9999', heading)).toMatchObject({ status: 404 });
  expect(await post(connected, heading)).toMatchObject({
    ...{ status: 422, body: { error: { data: { fault: { rule: 'file-hospital-connected' } } } } },
  });
});
it('refuses what is larger than a file may be, unread', async () => {
  expect(await post(plain, 'x'.repeat(bytesMost + 1))).toMatchObject({ status: 413, body: { error: { bytesMost } } });
});
