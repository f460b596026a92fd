import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyLinks } from '#db/schema/residents.ts';
import { type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { residentActor, systemActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import { moveRecord } from './identity/move-record.ts';
import { getTrend, getVisit, listResults, listSection, listSources, listVisits } from './queries.ts';
import { openRecord } from './scope.ts';
import { takeIn } from './take-in.ts';
import type { Told } from './told.ts';

let db: TestDatabase;
let facilityId: string;
let person: MintedResident;
let helper: MintedResident;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ facilityId } = await mintFacility(db, { name: '档案医院' }));
  [person, helper] = [await mintResident(db), await mintResident(db)];
  const link = { residentId: helper.residentId, memberId: person.residentId };
  await db.orm.insert(familyLinks).values({ ...link, relation: 'parent', proof: 'phone_code' });
});
afterAll(() => db.close());

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
let serial = 0;
function told(type: string, change: Partial<Told> = {}): Told {
  serial += 1;
  return {
    ...{ type, sourceId: `${type}-${serial}`, version: '1', updated: day(1), patient: 'p1', encounter: null },
    ...{ startsAt: day(serial), endsAt: null, status: 'final', code: '', title: type, topic: 'general' as const },
    ...{ search: [], facts: {}, findings: [], gap: '', gapLabel: '', values: {}, body: '{"value":1.00}' },
    ...change,
  };
}
const value = (amount: string, flag: string, change: Partial<Told> = {}) =>
  told('Observation', {
    ...{ code: 'http://loinc.org|718-7', title: '血红蛋白' },
    facts: { reading: { title: '血红蛋白', value: amount, unit: 'g/L', low: '115', high: '150', flag } },
    ...change,
  });
const take = (entries: Told[], into = person.residentId) =>
  transact(db, (tx) => takeIn(tx, testContext(db, systemActor()), facilityId, entries, new Map([['p1', into]])));
const ctx = (who: MintedResident) => testContext(db, residentActor(who));
const open = (who: MintedResident, whose = person) => openRecord(ctx(who), whose.residentId, 'record');

describe('taking in', () => {
  const entry = told('Condition', { sourceId: 'twice', title: '高血压' });
  const rows = async () => {
    const { rows } = await db.pool.query(
      `select version, source_version, title, deleted, body::text,
         (select count(*)::int from record_history h where h.resident_id = e.resident_id and h.id = e.id) as history
       from record_entries e where facility_id = $1 and source_id = 'twice'`,
      [facilityId],
    );
    return rows;
  };

  it.each<[string, Partial<Told>, object]>([
    ['the first time adds', {}, { added: 1, changed: 0, unchanged: 0 }],
    ['again changes nothing', {}, { added: 0, changed: 0, unchanged: 1 }],
    [
      'a later version replaces',
      { version: '3', updated: day(3), title: '原发性高血压' },
      { added: 0, changed: 1, unchanged: 0 },
    ],
    [
      'an older one that comes late changes nothing',
      { version: '2', updated: day(2) },
      { added: 0, changed: 0, unchanged: 1 },
    ],
    [
      'a clock set back does not hide a later version',
      { version: '4', updated: day(1), title: '高血压病' },
      { added: 0, changed: 1, unchanged: 0 },
    ],
  ])('%s', async (_name, change, expected) => {
    expect(await take([{ ...entry, ...change }])).toEqual(expected);
  });

  it('kept every version that was replaced, decimals exact', async () => {
    expect(await rows()).toEqual([
      { version: 3, source_version: '4', title: '高血压病', deleted: false, body: '{"value": 1.00}', history: 2 },
    ]);
    const { rows: bodies } = await db.pool.query(
      `select h.body::text from record_history h join record_entries e using (resident_id, id) where e.source_id = 'twice' order by h.version`,
    );
    expect(bodies.map((row) => row.body)).toEqual(Array(2).fill('{"value": 1.00}'));
  });

  it('of several versions in one page takes the latest, and two pages at once make no double', async () => {
    const page = [
      told('Procedure', { sourceId: 'race' }),
      told('Procedure', { sourceId: 'race', version: '2', title: '手术' }),
    ];
    await Promise.allSettled([take(page), take(page), take(page)]);
    await take(page);
    const { rows: found } = await db.pool.query(`select title, version from record_entries where source_id = 'race'`);
    expect(found).toEqual([{ title: '手术', version: 1 }]);
  });

  it('leaves one audit row a page, with numbers and no content', async () => {
    const { rows: audit } = await db.pool.query(
      `select detail from audit_events where facility_id = $1 and action = 'records.take-in' order by at limit 1`,
      [facilityId],
    );
    expect(audit).toEqual([{ detail: { added: 1, changed: 0, unchanged: 0, types: ['Condition'] } }]);
  });
});

describe('a record as people see it', () => {
  const visit = told('Encounter', {
    sourceId: 'v1',
    title: '',
    startsAt: day(100),
    facts: { visitKind: 'outpatient' },
  });
  const secret = told('Encounter', { sourceId: 'v2', startsAt: day(101), topic: 'mental_health' });
  beforeAll(() =>
    take([
      visit,
      secret,
      value('108', 'low', { encounter: 'v1', startsAt: day(90) }),
      value('122', 'normal', { encounter: 'v1', startsAt: day(100) }),
      told('Condition', { encounter: 'v1', title: '贫血' }),
      told('Condition', { title: '焦虑', topic: 'mental_health' }),
      told('Condition', { encounter: 'v1', title: '误录', status: 'entered-in-error' }),
      told('MedicationRequest', { encounter: 'v1', title: '硫酸亚铁片' }),
    ]),
  );

  it('shows visits with what came of them', async () => {
    const { visits, next, view } = await listVisits(ctx(person), await open(person), null);
    expect(visits.map((one) => one.startsAt)).toEqual([day(101), day(100)]);
    expect(visits[1]).toMatchObject({
      diagnoses: ['贫血'],
      results: 2,
      odd: 1,
      medicines: 1,
      facilityName: '档案医院',
    });
    expect([next, view]).toEqual([null, 'own']);
  });

  it('hides guarded topics from who acts for the person, everywhere, and tells the person who looked', async () => {
    const scope = await open(helper);
    const { visits, view } = await listVisits(ctx(helper), scope, null);
    expect([visits.map((one) => one.diagnoses), view]).toEqual([[['贫血']], 'family']);
    const { entries } = await listSection(ctx(helper), scope, 'problems');
    expect(entries.map((one) => one.title)).not.toContain('焦虑');
    const inVisit = await getVisit(ctx(helper), scope, visits[0]?.id ?? '');
    expect(inVisit.entries.map((one) => one.title)).not.toContain('焦虑');
    const own = await listVisits(ctx(person), await open(person), null);
    await expect(getVisit(ctx(helper), scope, own.visits[0]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
    const { rows } = await db.pool.query('select what, reason from access_events where resident_id = $1', [
      person.residentId,
    ]);
    expect(rows).toEqual([{ what: 'record', reason: 'family' }]);
  });

  it('guards what belongs to a guarded visit, whichever part came first', async () => {
    const other = await mintResident(db);
    const part = (type: string, encounter: string, topic: Told['topic'] = 'general') =>
      told(type, { encounter, topic });
    await take([part('Observation', 'g1'), part('Observation', 'g2'), part('Observation', 'g3')], other.residentId);
    await take([told('Encounter', { sourceId: 'g1', topic: 'family_planning' })], other.residentId);
    await take([told('Encounter', { sourceId: 'g2' }), told('Encounter', { sourceId: 'g3' })], other.residentId);
    await take([part('Condition', 'g2', 'mental_health')], other.residentId);
    await take([part('MedicationRequest', 'g2')], other.residentId);
    const { rows } = await db.pool.query(
      `select source_id as id, type, topic from record_entries where resident_id = $1 and topic = 'general'`,
      [other.residentId],
    );
    expect(rows.map((row) => row.type).sort()).toEqual(['Encounter', 'Observation']);
  });

  it('is not found by anybody else', async () => {
    const stranger = await mintResident(db);
    await expect(open(stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(open(person, helper)).rejects.toMatchObject({ code: 'not-found' });
    const { visits } = await listVisits(ctx(stranger), await open(stranger, stranger), null);
    expect(visits).toEqual([]);
  });

  it('gives the latest value of a measurement and its whole course', async () => {
    const scope = await open(person);
    const { results } = await listResults(ctx(person), scope);
    expect(results).toMatchObject([{ reading: { value: '122' }, times: 2 }]);
    const { points } = await getTrend(ctx(person), scope, results[0]?.key ?? '');
    expect(points.map((one) => [one.reading.value, one.reading.flag])).toEqual([
      ['108', 'low'],
      ['122', 'normal'],
    ]);
    await expect(getTrend(ctx(person), scope, 'name|无')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says how much each hospital told', async () => {
    const { sources } = await listSources(ctx(person), await open(person));
    expect(sources).toMatchObject([{ facilityName: '档案医院', newest: day(101), heardAt: null }]);
  });

  it('comes page by page, nothing missing and nothing twice, also where times are equal or missing', async () => {
    const other = await mintResident(db);
    const many = Array.from({ length: 47 }, (_, i) =>
      told('Encounter', { startsAt: i < 30 ? day(5) : i < 40 ? null : day(i), patient: 'p1' }),
    );
    await take(many, other.residentId);
    const scope = await open(other, other);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listVisits>> = await listVisits(ctx(other), scope, cursor);
      seen.push(...page.visits.map((one) => one.id));
      cursor = page.next;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([47, 47]);
  });
});

it('what came under one of a hospital’s patients moves to another record and back, history and all', async () => {
  const other = randomUUID();
  const count = async (residentId: string) => {
    const { rows } = await db.pool.query(
      `select (select count(*)::int from record_entries where resident_id = $1) as entries,
         (select count(*)::int from record_history where resident_id = $1) as history`,
      [residentId],
    );
    return rows[0];
  };
  const before = await count(person.residentId);
  expect(before.history).toBe(2);
  const move = (from: string, to: string) =>
    transact(db, (tx) => moveRecord(tx, { facilityId, patient: 'p1', from, to }));
  await move(person.residentId, other);
  expect([await count(person.residentId), await count(other)]).toEqual([{ entries: 0, history: 0 }, before]);
  await move(other, person.residentId);
  expect([await count(person.residentId), await count(other)]).toEqual([before, { entries: 0, history: 0 }]);
});

it('a visit is found among more than a page shows of what was written at it, some of it from before', async () => {
  const whose = await mintResident(db);
  const visit = told('Encounter', { sourceId: 'long-stay', startsAt: day(300) });
  const before = Array.from({ length: 501 }, () => told('Observation', { encounter: 'long-stay', startsAt: day(1) }));
  await take([visit, ...before], whose.residentId);
  const scope = await open(whose, whose);
  const { visits } = await listVisits(ctx(whose), scope, null);
  const found = await getVisit(ctx(whose), scope, visits[0]?.id ?? '');
  expect([found.visit.startsAt, found.entries.length]).toEqual([day(300), 499]);
});
