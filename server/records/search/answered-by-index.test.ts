import { afterAll, beforeAll, expect, it } from 'vitest';
import { mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { conditionsOf } from './conditions.ts';
import type { Criterion, EntrySearch } from './search.ts';

/** Enough that reading everything is not the quickest way. */
const size = 20_000;
const start = Date.UTC(2020, 0, 1);
const instant = (minute: number) => new Date(start + minute * 60_000);
const uuidOf = (words: string) => `overlay(overlay(md5(${words}) placing '8' from 13) placing '8' from 17)::uuid`;

let db: TestDatabase;
let facilityId: string;
let residentId: string;
let one: string;
beforeAll(async () => {
  db = await openTestDatabase({ patient: true });
  ({ facilityId } = await mintFacility(db));
  ({ residentId } = await mintResident(db));
  // as intake leaves them: in the order of their times, a few of each person
  await db.pool.query(
    `insert into record_entries (resident_id, id, type, facility_id, source_id, source_patient, source_version, source_updated, version,
       updated_at, body, starts_at, ends_at, status, encounter_id, search, search_values)
     select case when n < 50 then $3::uuid else ${uuidOf(`'person ' || n % 3000`)} end, ${uuidOf(`'entry ' || n`)}, 'Observation', $2, n::text, '1', '1',
       now(), 1, t, jsonb_build_object('resourceType', 'Observation', 'id', n::text, 'note', repeat(md5(n::text), 12)), t, t + interval '1 minute',
       'final', ${uuidOf(`'entry ' || n - n % 10`)}, array['status=|final', 'code=|' || n % 200, 'identifier=|' || n, 'name^王' || n % 300], '{}'
     from (select n, $4::timestamptz + n * interval '1 minute' as t from generate_series(0, $1::int - 1) as n) as s`,
    [size, facilityId, residentId, instant(0)],
  );
  await db.pool.query('vacuum analyze record_entries');
  const { rows } = await db.pool.query<{ id: string }>(`select id from record_entries where source_id = '77'`);
  one = rows[0]?.id ?? '';
});
afterAll(() => db.close());

type Plan = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; Plans?: Plan[] };
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

async function indexesFor(search: EntrySearch, within = ''): Promise<string[]> {
  const values: unknown[] = [];
  const where = conditionsOf(search, (value, type) => `$${values.push(value)}::${type}`);
  const { rows } = await db.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (format json) select e.id from record_entries e where ${within} ${where}`,
    values,
  );
  const plan = nodes(rows[0]?.['QUERY PLAN'][0].Plan as Plan);
  expect(plan.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  return [...new Set(plan.flatMap((node) => node['Index Name'] ?? []))];
}

const token = (name: string, code: string): Criterion => ({ kind: 'token', name, any: [{ system: null, code }] });
const span = { from: instant(9000), to: instant(9060) };
const cases: [string, () => Criterion, string][] = [
  ['a code', () => token('code', '7'), 'record_entries_search'],
  ['an identifier', () => token('identifier', '777'), 'record_entries_search'],
  [
    'a reference',
    () => ({ kind: 'reference', name: 'result', facilityId, any: ['Observation/7'] }),
    'record_entries_search',
  ],
  ['a word', () => ({ kind: 'string', name: 'name', match: 'starts', any: ['王7'] }), 'record_entries_search'],
  ['a time of change', () => ({ kind: 'updated', is: 'eq', ...span }), 'record_entries_times'],
  ['a date', () => ({ kind: 'date', name: 'date', main: true, is: 'eq', ...span }), 'record_entries_times'],
  ['an id', () => ({ kind: 'id', any: [one] }), 'record_entries_id_resident_id_pk'],
  ['a visit', () => ({ kind: 'encounter', any: [one] }), 'record_entries_visit'],
];

it.each(cases)('over all records %s is looked up, and nothing is read through', async (_name, criterion, index) => {
  expect(await indexesFor({ types: ['Observation'], all: [criterion()] })).toContain(index);
});

it('within one record whatever is asked is read from that record', async () => {
  const measure: Criterion = {
    ...{
      kind: 'quantity',
      name: 'value-quantity',
      is: 'gt',
      value: '7',
      low: '6.5',
      high: '7.5',
      system: '',
      unit: '',
    },
  };
  const own = await indexesFor({ types: ['Observation'], all: [measure] }, `e.resident_id = '${residentId}' and`);
  expect(own).toEqual([expect.stringMatching(/^record_entries_(when|visit)$/)]);
});

it('would see a search that reads everything: without its index, or by a criterion that has none', async () => {
  const code = { types: ['Observation'], all: [token('code', '7')] };
  const none: Criterion = { kind: 'string', name: 'name', match: 'contains', any: ['王'] };
  await expect(indexesFor({ types: ['Observation'], all: [none] })).rejects.toThrow();
  await db.pool.query('drop index record_entries_search');
  await expect(indexesFor(code)).rejects.toThrow();
});
