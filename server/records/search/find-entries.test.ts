import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { residentActor, systemActor, testContext } from '../../kernel/test-context.ts';
import { transact } from '../../kernel/transaction.ts';
import { openRecord } from '../scope.ts';
import { takeIn } from '../take-in.ts';
import type { Told } from '../told.ts';
import { findEntries, locateEntries } from './find-entries.ts';
import type { Criterion } from './search.ts';

const type = 'Observation';
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const noon = (n: number) => new Date(day(n).getTime() + 43_200_000);
const mmol = (value: string) => ({ value, system: 'urn:ucum', code: 'mmol/L', unit: 'mmol/L' });
const span = (from: Date, to: Date) => [[from.getTime(), to.getTime()]];

let db: TestDatabase;
let facilityId: string;
let person: MintedResident;
let other: MintedResident;
let written: Date;
const ids = new Map<string, string>();

function told(sourceId: string, change: Partial<Told>): Told {
  return {
    ...{ type, sourceId, version: '1', updated: day(1), patient: 'p1', encounter: null, startsAt: null, endsAt: null },
    ...{ status: 'final', code: '', title: sourceId, topic: 'general' as const, search: [], values: {} },
    ...{ facts: {}, findings: [], gap: '', gapLabel: '', body: '{"value":5.60}' },
    ...change,
  };
}
const at = (n: number) => ({ startsAt: day(n), endsAt: noon(n), date: span(day(n), noon(n)) });

beforeAll(async () => {
  db = await openTestDatabase();
  ({ facilityId } = await mintFacility(db));
  [person, other] = [await mintResident(db), await mintResident(db)];
  const ctx = testContext(db, systemActor());
  written = ctx.clock.now();
  const whose = new Map([
    ['p1', person.residentId],
    ['p2', other.residentId],
  ]);
  const coded = (code: string) => ['status=|final', `code=|${code}`, `code=http://loinc.org|${code}`];
  const dated = (n: number, values: object = {}) => {
    const { startsAt, endsAt, date } = at(n);
    return { startsAt, endsAt, values: { date, ...values } };
  };
  const entries = [
    told('visit', { type: 'Encounter', ...dated(2) }),
    told('sugar', { search: coded('1558-6'), encounter: 'visit', ...dated(2, { 'value-quantity': [mmol('5.60')] }) }),
    told('high', { search: coded('1558-6'), ...dated(9, { 'value-quantity': [mmol('11.2')] }) }),
    told('bare', { search: ['code=|XT', 'performer=Practitioner/d1'], startsAt: day(3), endsAt: null }),
    told('note', { search: ['note^张', 'note^张伟', 'note^m', 'note^mu'], values: { note: ['张伟民', 'Müller'] } }),
    told('theirs', { search: coded('1558-6'), patient: 'p2', ...dated(4) }),
  ];
  await transact(db, (tx) => takeIn(tx, ctx, facilityId, entries, whose));
  const { rows } = await db.pool.query<{ id: string; name: string }>(
    'select id, source_id as name from record_entries where facility_id = $1',
    [facilityId],
  );
  for (const { id, name } of rows) ids.set(name, id);
});
afterAll(() => db.close());

const idOf = (name: string) => ids.get(name) ?? '';
const token = (name: string, code: string, system: string | null = null): Criterion => ({
  ...{ kind: 'token', name, any: [{ system, code }] },
});
const date = (is: 'eq' | 'ge' | 'lt' | 'sa' | 'eb' | 'ne', n: number): Criterion => ({
  ...{ kind: 'date', name: 'date', main: true, is, from: day(n), to: day(n + 1) },
});
const word = (match: 'starts' | 'contains' | 'exact', text: string): Criterion => ({
  ...{ kind: 'string', name: 'note', match, any: [text] },
});
const measure = (is: 'eq' | 'gt' | 'le', value: string, low: string, high: string, unit = ''): Criterion => ({
  ...{ kind: 'quantity', name: 'value-quantity', is, value, low, high, system: '', unit },
});
const practitioner = (to: string): Criterion => ({ kind: 'reference', name: 'performer', facilityId, any: [to] });
const since = (is: 'ge' | 'lt'): Criterion => ({ kind: 'updated', is, from: written, to: written });

const cases: [string, () => Criterion[], string[]][] = [
  ['a code of any system', () => [token('code', '1558-6')], ['high', 'sugar']],
  ['a code of its system', () => [token('code', '1558-6', 'http://loinc.org')], ['high', 'sugar']],
  ['a code of another system', () => [token('code', '1558-6', 'urn:x')], []],
  ['a code without a system', () => [token('code', 'XT', '')], ['bare']],
  ['a code that stands in a system, asked for without', () => [token('code', '1558-6', '')], []],
  ['any code of a system', () => [token('code', '', 'http://loinc.org')], ['high', 'sugar']],
  ['what it refers to', () => [practitioner('Practitioner/d1')], ['bare']],
  ['a visit', () => [{ kind: 'encounter', any: [idOf('visit')] }], ['sugar']],
  ['ids', () => [{ kind: 'id', any: [idOf('high'), idOf('theirs')] }], ['high']],
  ['a day', () => [date('eq', 2)], ['sugar']],
  ['from a day on', () => [date('ge', 3)], ['high']],
  ['before a day', () => [date('lt', 9)], ['sugar']],
  ['after a day', () => [date('sa', 2)], ['high']],
  ['over by a day', () => [date('eb', 9)], ['sugar']],
  ['not that day', () => [date('ne', 2)], ['high']],
  ['a measure as exact as it is asked for', () => [measure('eq', '5.6', '5.55', '5.65')], ['sugar']],
  ['a measure above, in its unit', () => [measure('gt', '5.60', '5.595', '5.605', 'mmol/L')], ['high']],
  ['a measure in another unit', () => [measure('gt', '1', '0.5', '1.5', 'mg/dL')], []],
  ['how a word begins', () => [word('starts', '张伟')], ['note']],
  ['how a word begins, without accent and case', () => [word('starts', 'MULL')], ['note']],
  ['how no word begins', () => [word('starts', '张丽')], []],
  ['what a word contains', () => [word('contains', '伟民')], ['note']],
  ['the whole word', () => [word('exact', '张伟')], []],
  ['since then', () => [since('ge'), token('status', 'final')], ['high', 'sugar']],
  ['before then', () => [since('lt')], []],
  ['two things at once', () => [token('code', '1558-6'), date('ge', 3)], ['high']],
];

describe('within one record', () => {
  it.each(cases)('%s', async (_name, all, expected) => {
    const ctx = testContext(db, residentActor(person));
    const scope = await openRecord(ctx, person.residentId, 'record-list');
    const found = await findEntries(ctx, scope, { types: [type], all: all() }, 50);
    expect(found.map((one) => one.id).sort()).toEqual(expected.map(idOf).sort());
    for (const one of found) expect(one.body).toBe('{"value": 5.60}');
  });
});

describe('over all records', () => {
  const locate = (all: Criterion[], after: Parameters<typeof locateEntries>[2] = null, most = 50) =>
    locateEntries(testContext(db, systemActor()), { types: [type], all }, after, most);

  it('says where, page by page, and nothing of what it says', async () => {
    const all = [token('code', '1558-6')];
    const found = await locate(all);
    expect(found.map((one) => one.id)).toEqual(['sugar', 'high', 'theirs'].map(idOf).sort());
    expect(Object.keys(found[0] ?? {})).toEqual(['residentId', 'id']);
    const first = await locate(all, null, 2);
    expect([...first, ...(await locate(all, first[1] ?? null, 2))]).toEqual(found);
  });

  it('refuses what would read every record', async () => {
    for (const all of [[], [word('contains', '伟')], [measure('gt', '1', '1', '1')], [date('ne', 2)]]) {
      await expect(locate(all)).rejects.toThrow('no index answers');
    }
  });
});
