import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hisEndpoints } from '#db/schema/his-sync.ts';
import { pullRecords } from './pull-records.ts';
import { type House, openHouse, type TestHospital } from './testing/hospital-house.ts';
import { openPaperHospital } from './testing/paper-hospital.ts';
import { paperPatient, paperResult } from './testing/paper-records.ts';
import { samplePeople } from './testing/people.ts';

let house: House;
let paper: Awaited<ReturnType<typeof openPaperHospital>>;
const at = (i: number) => house.hospitals[i] as TestHospital;
const pull = (hospital = at(0)) => pullRecords(house.services, hospital.facilityId);
const point = (baseUrl: string, change: object = {}) =>
  house.db.orm
    .update(hisEndpoints)
    .set({ baseUrl, ...change })
    .where(eq(hisEndpoints.facilityId, at(0).facilityId));
const waits = async () => {
  const { rows } = await house.db.pool.query<{ line: string }>(
    `select resource_type || '/' || resource_id || ' ' || reason as line from his_rejects
     where facility_id = $1 and settled_at is null order by 1`,
    [at(0).facilityId],
  );
  return rows.map((row) => row.line);
};
const kept = async (hospital = at(0)) => {
  const { rows } = await house.db.pool.query<{ id: string }>(
    'select source_id as id from record_entries where facility_id = $1 order by 1',
    [hospital.facilityId],
  );
  return rows.map((row) => row.id);
};

const mebibyte = 2 ** 20;
const memoryMost = 150 * mebibyte;
/** Memory that is really held after `work`, beyond what was held before. */
async function heldBy(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage();
  await work();
  const after = process.memoryUsage();
  return after.heapUsed + after.external - before.heapUsed - before.external;
}

beforeAll(async () => {
  house = await openHouse([{}, {}], null, samplePeople(20));
  paper = await openPaperHospital();
});
beforeEach(async () => {
  paper.clear();
  await point(paper.base, { maxBodyBytes: 2_000_000, failures: 0, nextTryAt: null });
  await house.db.pool.query('delete from his_rejects');
  paper.write(paperPatient('p', 1));
});
afterAll(async () => {
  paper.close();
  await house.close();
});

const deep = (levels: number) => JSON.parse(`${'{"extension":['.repeat(levels)}{"url":"urn:x"}${']}'.repeat(levels)}`);

describe('one poisoned resource among good ones', () => {
  it.each<[string, object, string]>([
    ['nested a thousandfold', deep(1000), 'deeper than 32'],
    ['with a name that reaches prototypes', JSON.parse('{"__proto__":{"polluted":true}}'), 'a name no element has'],
    [
      'named like a constructor',
      JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
      'a name no element has',
    ],
    ['of a patient who is not here', { subject: { reference: 'Patient/somebody-else' } }, 'patient: not known here'],
    ['of nobody', { subject: { reference: 'Patient/../../x' } }, 'not a reference to a Patient'],
    [
      'with script',
      { text: { status: 'generated', div: '<div><script>x</script></div>' } },
      'active content in narrative',
    ],
    ['with a null character', { note: [{ text: 'a\u0000b' }] }, 'not well-formed text'],
    [
      'with a number beyond reason',
      { valueQuantity: { value: 1e308, unit: 'x' }, effectiveDateTime: '+275761' },
      'not written as it should be',
    ],
    ['with half a character', { note: [{ text: 'a\ud83d' }] }, 'not well-formed text'],
    ['with a list in place of a code', { code: [] }, 'an empty list'],
  ])('%s waits with a clear reason, and the others come through', async (_name, change, reason) => {
    paper.write(paperResult('poisoned', 'p', change));
    paper.write(paperResult('good', 'p'));
    expect(await pull()).toMatchObject({ state: 'done' });
    expect(await waits()).toEqual([expect.stringMatching(/^Observation\/poisoned /)]);
    expect((await waits())[0]).toContain(reason);
    expect(await kept()).toContain('good');
    expect(await kept()).not.toContain('poisoned');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('larger than a hospital may send holds up none of its neighbours', async () => {
    for (let i = 0; i < 30; i += 1) paper.write(paperResult(`n${i}`, 'p'));
    paper.write(paperResult('huge', 'p', { note: [{ text: 'x'.repeat(8 * mebibyte) }] }));
    const held = await heldBy(async () => expect(await pull()).toMatchObject({ state: 'done' }));
    expect(held).toBeLessThan(memoryMost);
    expect(await waits()).toEqual(['Observation/huge resource: larger than a hospital may send']);
    expect((await kept()).filter((id) => /^n\d/.test(id))).toHaveLength(30);
    paper.write(paperResult('huge', 'p'));
    await pull();
    expect(await waits()).toEqual([]);
  });
});

describe('a hospital that sends poison alone', () => {
  const bundle = (entry: unknown[]) => JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry });
  it.each<[string, () => { body: Buffer | string; headers?: Record<string, string> }, RegExp]>([
    [
      'gigabytes in a few kilobytes',
      () => ({
        body: gzipSync(Buffer.alloc(200 * mebibyte, ' '), { level: 1 }),
        headers: { 'content-encoding': 'gzip' },
      }),
      /^bad-json: the body is compressed/,
    ],
    ['a page without end', () => ({ body: Buffer.alloc(64 * mebibyte, 'x') }), /^too-large/],
    ['a hundred thousand brackets', () => ({ body: '['.repeat(100_000) }), /^bad-json/],
    [
      'a bundle in a bundle',
      () => ({ body: `${'{"resourceType":"Bundle","entry":[{"resource":'.repeat(20_000)}{}${'}]}'.repeat(20_000)}` }),
      /^$|^bad-json|^too-large/,
    ],
    [
      'a bundle of no resources',
      () => ({ body: bundle([null, 1, 'x', [], { resource: 7 }, { resource: { resourceType: 'Observation' } }]) }),
      /^$/,
    ],
  ])('%s: memory stays, the reason is said, the neighbour is read', async (_name, poison, reason) => {
    const { body, headers } = poison();
    const server = http.createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/fhir+json', ...headers }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await point(`http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`, { lastError: null });
    await house.db.pool.query('update his_endpoints set last_error = null');
    const before = await kept(at(1));
    const held = await heldBy(async () => {
      await Promise.all([pull(), pull(at(1))]);
    });
    server.close();
    expect(held).toBeLessThan(memoryMost);
    expect((await house.health(at(0)))?.last_error ?? '').toMatch(reason);
    expect(await house.health(at(1))).toMatchObject({ last_error: null });
    expect((await kept(at(1))).length).toBeGreaterThanOrEqual(Math.max(before.length, 100));
  });
});

it.each<[string, object]>([
  ['an id as long as a book', { id: 'x'.repeat(100_000) }],
  ['an id that is no text', { id: { a: 1 } }],
  ['a version with a null character', { meta: { versionId: 'a\u0000', lastUpdated: 'never' } }],
])('%s is kept under a short name, and the page comes through', async (_name, change) => {
  paper.restore({ ...paperResult('odd', 'p'), ...change });
  paper.write(paperResult('good', 'p'));
  expect(await pull()).toMatchObject({ state: 'done' });
  expect(await waits()).toHaveLength(1);
  expect((await waits())[0]?.length).toBeLessThan(200);
  expect(await kept()).toContain('good');
});

it('a number that no database keeps does not hold up its page, nor the list of what waits', async () => {
  const text = JSON.stringify(paperResult('vast', 'p', { status: 'done' })).replace('5.6', `1${'0'.repeat(200_000)}`);
  const page = `{"resourceType":"Bundle","type":"searchset","entry":[{"resource":${text.replace('{', '{"meta":{"versionId":"1","lastUpdated":"2026-01-01T00:00:00Z"},')}}]}`;
  const server = http.createServer((request, response) =>
    response.end(request.url?.startsWith('/fhir/Observation') ? page : '{"resourceType":"Bundle"}'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await point(`http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`);
  expect(await pull()).toMatchObject({ state: 'done' });
  server.close();
  expect(await waits()).toEqual([expect.stringMatching(/^Observation\/vast /)]);
});
