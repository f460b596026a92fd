import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clinicalTypes } from '#fhir/resources/clinical/shapes.ts';
import { pullRecords } from './pull-records.ts';
import { askAll, type House, openHouse, type TestHospital } from './testing/hospital-house.ts';
import { samplePeople } from './testing/people.ts';

const people = samplePeople(60);
let house: House;
beforeAll(async () => {
  house = await openHouse(
    [{}, { personality: { offsetPaging: true, noTotal: true, stringIds: true } }, { kind: 'medplum' }],
    null,
    people,
  );
});
afterAll(() => house.close());

const pull = (hospital: TestHospital) => pullRecords(house.services, hospital.facilityId);
const kept = async (hospital: TestHospital) => {
  const { rows } = await house.db.pool.query<{ type: string; n: number }>(
    `select type, count(*)::int as n from record_entries where facility_id = $1 and not deleted group by type`,
    [hospital.facilityId],
  );
  return new Map(rows.map((row) => [row.type, row.n]));
};

describe.each([0, 1])('records of hospital %i', (i) => {
  const hospital = () => house.hospitals[i] as TestHospital;

  it('flow in whole: of every type as many as the hospital has', async () => {
    expect(await pull(hospital())).toMatchObject({ state: 'done' });
    const ours = await kept(hospital());
    let all = 0;
    for (const type of clinicalTypes) {
      const theirs = await askAll(hospital(), `${type}?_count=200`);
      expect([type, ours.get(type) ?? 0]).toEqual([type, theirs.length]);
      all += theirs.length;
    }
    expect(all).toBeGreaterThan(500);
    expect(ours.size).toBeGreaterThan(14);
    const { rows } = await house.db.pool.query('select reason from his_rejects where facility_id = $1', [
      hospital().facilityId,
    ]);
    expect(rows).toEqual([]);
  });

  it('change nothing the second time, nor when everything comes again in new versions', async () => {
    const before = await house.db.pool.query(
      'select id, body::text from record_entries where facility_id = $1 order by id',
      [hospital().facilityId],
    );
    expect(await pull(hospital())).toMatchObject({ state: 'done', written: 0 });
    await house.control(hospital(), { touch: true });
    await pull(hospital());
    const { rows } = await house.db.pool.query<{ n: number; versions: number; history: number }>(
      `select count(*)::int as n, max(version) as versions,
         (select count(*)::int from record_history h where h.id = any(array_agg(e.id))) as history
       from record_entries e where facility_id = $1`,
      [hospital().facilityId],
    );
    expect(rows[0]).toEqual({ n: before.rowCount, versions: 2, history: before.rowCount });
  });
});

it('decimals come as the laboratory printed them, and so they are searched by', async () => {
  const { rows } = await house.db.pool.query<{ value: string; n: number }>(
    `select body #>> '{valueQuantity,value}' as value from record_entries
     where search_values #>> '{value-quantity,0,value}' = body #>> '{valueQuantity,value}' and type = 'Observation' and body #>> '{valueQuantity,unit}' = 'mmol/L'`,
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const { value } of rows) expect(value).toMatch(/^\d+\.\d\d$/);
  expect(rows.some(({ value }) => value.endsWith('0'))).toBe(true);
});

it('one person seen at two hospitals has one record; whole ID numbers lie nowhere', async () => {
  const { rows } = await house.db.pool.query<{ resident_id: string; n: number }>(
    `select resident_id, count(distinct facility_id)::int as n from source_patients group by resident_id having count(distinct facility_id) > 1`,
  );
  expect(rows.length).toBeGreaterThan(5);
  const numbers = people.map((one) => one.idNumber);
  const { rows: leaks } = await house.db.pool.query(
    `select id from record_entries e where concat(body, search_values, (select string_agg(s, ' ') from unnest(search) as s
       where s like 'identifier=%')) like any($1) union all select source_id::uuid from source_patients where id_masked = any($2)`,
    [numbers.map((one) => `%${one}%`), numbers],
  );
  expect(leaks).toEqual([]);
});

it('a patient nobody can place has a record of their own, and the reason is kept', async () => {
  const { rows } = await house.db.pool.query<{ rule: string; verdict: string; n: number }>(
    'select verdict, rule, count(*)::int as n from identity_links where undone_at is null group by verdict, rule order by 1, 2',
  );
  const found = rows.map((row) => `${row.verdict} ${row.rule}`);
  expect(found).toContain('linked id-number-first');
  expect(found).toContain('linked id-number-and-name');
  const { rows: lost } = await house.db.pool.query(
    `select 1 from source_patients p where not exists (select from record_entries e where e.resident_id = p.resident_id and e.source_id = p.source_id)`,
  );
  expect(lost).toEqual([]);
});
