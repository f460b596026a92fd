import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { residentActor, systemActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import { lockCoded, rereadEntries } from './reread-entries.ts';
import { openRecord } from './scope.ts';
import { takeIn } from './take-in.ts';
import type { Told } from './told.ts';
import { withdrawEntries } from './withdraw-entries.ts';
import { listWithdrawn } from './withdrawn.ts';

let db: TestDatabase;
let facilityId: string;
let person: MintedResident;
let residentOf: Map<string, string>;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ facilityId } = await mintFacility(db, { name: '档案医院' }));
  person = await mintResident(db);
  residentOf = new Map([
    ['p1', person.residentId],
    ['p2', (await mintResident(db)).residentId],
  ]);
});
afterAll(() => db.close());

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const told = (sourceId: string, change: Partial<Told> = {}): Told => ({
  ...{ type: 'Observation', sourceId, version: '1', updated: at(1), patient: 'p1', encounter: null },
  ...{ startsAt: at(2), endsAt: null, status: 'final', code: '|XT', title: '血糖', topic: 'general' as const },
  ...{ search: ['code=|XT'], facts: {}, findings: [], gap: '', gapLabel: '', values: {}, body: '{"value":5.60}' },
  ...change,
});
const ctx = () => testContext(db, systemActor());
const take = (...entries: Told[]) => transact(db, (tx) => takeIn(tx, ctx(), facilityId, entries, residentOf));
const withdraw = (...ids: string[]) => transact(db, (tx) => withdrawEntries(tx, ctx(), facilityId, 'Observation', ids));
const rowOf = async (sourceId: string) => {
  const { rows } = await db.pool.query(
    `select version, deleted, title, code, facts, starts_at, body::text as body, findings, gap, search,
       (select count(*)::int from record_history h where h.id = e.id) as history
     from record_entries e where facility_id = $1 and source_id = $2`,
    [facilityId, sourceId],
  );
  return rows[0];
};
/** Sums as kept, without what came to nothing. */
const sums = async () => {
  const { rows } = await db.pool.query<{ line: string }>(
    `select concat_ws(' ', what, type, nullif(key, ''), entries) as line from record_tallies
     where facility_id = $1 and entries <> 0 order by 1`,
    [facilityId],
  );
  return rows.map((row) => row.line);
};
/** The same counted from the entries themselves. */
const counted = async () => {
  const { rows } = await db.pool.query<{ line: string }>(
    `select concat_ws(' ', what, type, key, count(*)) as line from (
       select case when deleted then 'withdrawn' else 'kept' end as what, type, null as key from record_entries where facility_id = $1
       union all select 'finding', type, unnest(findings) from record_entries where facility_id = $1
       union all select 'gap', type, gap from record_entries where facility_id = $1 and gap <> '') as c
     group by what, type, key order by 1`,
    [facilityId],
  );
  return rows.map((row) => row.line);
};

describe('what a hospital adds up to', () => {
  const bad = { findings: ['Observation.text.status: missing'], gap: '|XT', gapLabel: '血糖' };

  it('is kept in step: entries, findings and codes nobody knows', async () => {
    await take(told('a', bad), told('b', bad), told('c'));
    expect(await sums()).toEqual([
      'finding Observation Observation.text.status: missing 2',
      'gap Observation |XT 2',
      'kept Observation 3',
    ]);
    await take(told('a', bad), told('b', { version: '2', updated: at(2) }));
    expect(await sums()).toEqual(await counted());
    expect(await sums()).toContain('gap Observation |XT 1');
  });

  it('counts once what several intakes bring at the same time', async () => {
    const page = Array.from({ length: 20 }, (_, i) => told(`race-${i}`, bad));
    await Promise.all([page, page.toReversed(), page].map((one) => take(...one)));
    await take(...page);
    expect(await sums()).toEqual(await counted());
    expect(await sums()).toContain('kept Observation 23');
  });

  it('says which entry was the last example, and what the hospital calls its code', async () => {
    const { rows } = await db.pool.query(
      `select t.label, e.gap from record_tallies t join record_entries e on e.id = t.example
       where t.facility_id = $1 and t.what = 'gap'`,
      [facilityId],
    );
    expect(rows).toEqual([{ label: '血糖', gap: '|XT' }]);
  });
});

describe('what a hospital deleted', () => {
  it('leaves that there was something, when, and nothing of what it said; the history keeps it', async () => {
    await take(told('gone', { facts: { conclusion: 'x' }, findings: ['Observation: x'] }));
    expect(await withdraw('gone', 'never-there')).toBe(1);
    expect(await rowOf('gone')).toMatchObject({
      ...{ version: 2, deleted: true, title: '', code: '', facts: {}, body: null, findings: [], gap: '', search: [] },
      ...{ starts_at: at(2), history: 1 },
    });
    expect(await sums()).toEqual(await counted());
    const { rows } = await db.pool.query(
      `select detail from audit_events where facility_id = $1 and action = 'records.withdraw'`,
      [facilityId],
    );
    expect(rows).toEqual([{ detail: { withdrawn: 1, types: ['Observation'] } }]);
  });

  it('is seen by the person, unless it was on a topic that this reader may not see', async () => {
    await take(told('sealed', { topic: 'mental_health' }));
    await withdraw('sealed');
    const own = await openRecord(testContext(db, residentActor(person)), person.residentId, 'record-sources');
    const line = { type: 'Observation', facilityName: '档案医院', startsAt: at(2), withdrawnAt: expect.any(Date) };
    expect(await listWithdrawn(ctx(), own)).toMatchObject([line, line]);
    expect(await listWithdrawn(ctx(), { ...own, topics: ['general'] })).toHaveLength(1);
  });

  it('stays so when said again, and when an older delivery comes late', async () => {
    expect(await withdraw('gone')).toBe(0);
    expect(await take(told('gone'))).toMatchObject({ unchanged: 1 });
    expect(await rowOf('gone')).toMatchObject({ version: 2, deleted: true });
  });

  it('comes back with a later version', async () => {
    await take(told('gone', { version: '2', updated: at(5) }));
    expect(await rowOf('gone')).toMatchObject({ version: 3, deleted: false, title: '血糖', history: 2 });
    expect(await sums()).toEqual(await counted());
  });
});

describe('what a hospital wrote of the wrong patient', () => {
  const lies = async (sourceId: string) => {
    const { rows } = await db.pool.query<{ who: string; deleted: boolean }>(
      `select case resident_id when $3 then 'p1' else 'p2' end as who, deleted from record_entries
       where facility_id = $1 and source_id = $2 order by 1`,
      [facilityId, sourceId, person.residentId],
    );
    return rows.map((row) => `${row.who}${row.deleted ? ' withdrawn' : ''}`);
  };
  const right = (sourceId: string) => told(sourceId, { patient: 'p2', version: '2', updated: at(3) });

  it('goes to the right one and leaves a tombstone at the other', async () => {
    await take(told('mixed'));
    await take(right('mixed'));
    expect(await lies('mixed')).toEqual(['p1 withdrawn', 'p2']);
    expect(await sums()).toEqual(await counted());
  });

  it('does not come back with an older delivery, whichever came first', async () => {
    await take(told('mixed'));
    expect(await lies('mixed')).toEqual(['p1 withdrawn', 'p2']);
    await take(right('late'));
    expect(await take(told('late'))).toMatchObject({ added: 0, unchanged: 1 });
    expect(await lies('late')).toEqual(['p2']);
  });
});

it('another reading of the same text changes what is found in it, and is no new version', async () => {
  await take(told('own', { gap: 'urn:lab|7', gapLabel: '尿酸' }));
  const before = await rowOf('own');
  await transact(db, async (tx) => {
    const kept = await lockCoded(tx, facilityId, 'urn:lab|7', null, 10);
    const read = told('own', { code: 'http://loinc.org|3084-1', title: '尿酸', search: ['code=|3084-1'] });
    await rereadEntries(
      tx,
      ctx(),
      facilityId,
      kept.map((one) => [one, read] as const),
    );
  });
  expect(await rowOf('own')).toEqual({
    ...before,
    ...{ code: 'http://loinc.org|3084-1', title: '尿酸', search: ['code=|3084-1'], gap: '' },
  });
  expect(await sums()).toEqual(await counted());
});
