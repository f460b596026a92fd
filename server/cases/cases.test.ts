import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyLinks } from '#db/schema/residents.ts';
import { type MintedFacility, type MintedResident, mintFacility, mintResident } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { recordAccess } from '../access/record-access.ts';
import type { ContextOf } from '../kernel/context.ts';
import { residentActor, staffActor, systemActor, testContext } from '../kernel/test-context.ts';
import { answerCase } from './answer-case.ts';
import { askWhy } from './ask-why.ts';
import { escalateCases } from './escalate-cases.ts';
import { listLooks } from './look-queries.ts';
import { listAreaCases, listFacilityCases, listOwnCases } from './queries.ts';
import { areaAbove } from './rules.ts';

let db: TestDatabase;
let [own, other]: MintedFacility[] = [];
let person: MintedResident;
beforeAll(async () => {
  db = await openTestDatabase();
  [own, other] = [await mintFacility(db), await mintFacility(db)];
  person = await mintResident(db, '王小明');
});
afterAll(() => db.close());

const dayMs = 86_400_000;
const me = () => testContext(db, residentActor(person));
const officer = (facility = own) => testContext(db, staffActor(facility?.facilityId ?? '', 'privacy_officer'));
const official = (facility = own): ContextOf<'official'> => {
  const { regionCode = '', regionPath = '' } = facility ?? {};
  return testContext(db, { kind: 'official', accountId: randomUUID(), name: '官员', level: 3, regionCode, regionPath });
};
const count = async (text: string, values: unknown[] = [person.residentId]) =>
  Number((await db.pool.query<{ n: string }>(`select count(*) as n from ${text}`, values)).rows[0]?.n);

/** Somebody of the own facility looks; gives the line that the person sees. */
async function look(what = 'record'): Promise<string> {
  await recordAccess(
    testContext(db, staffActor(own?.facilityId ?? '', 'doctor')),
    [person.residentId],
    what,
    'appointment',
  );
  const { looks } = await listLooks(me(), { residentId: person.residentId });
  return looks[0]?.id ?? '';
}
const ask = (eventId: string) => askWhy(me(), { residentId: person.residentId, eventId, question: '为什么查看？' });
const answer = (caseId: string, outcome: 'justified' | 'corrected' = 'justified') => ({
  ...{ residentId: person.residentId, caseId, outcome, answer: '当天在本院门诊就诊。' },
});

describe('asking why', () => {
  it('opens one case with a clock, however often one asks; the officer answers once, and the person reads it', async () => {
    const eventId = await look();
    const [one, two] = await Promise.all([ask(eventId), ask(eventId)]);
    expect(one.caseId).toBe(two.caseId);
    expect(await count('cases where resident_id = $1')).toBe(1);
    const { cases } = await listFacilityCases(officer(), { closed: false });
    expect(cases).toMatchObject([{ id: one.caseId, residentName: '王*明', stage: 'facility', overdue: false }]);
    expect((await listFacilityCases(officer(other), { closed: false })).cases).toEqual([]);
    await expect(answerCase(officer(other), answer(one.caseId))).rejects.toMatchObject({ code: 'not-found' });
    await expect(answerCase(officer(), answer(one.caseId, 'corrected'))).rejects.toThrow('case-outcome');
    await answerCase(officer(), answer(one.caseId));
    await expect(answerCase(officer(), answer(one.caseId))).rejects.toThrow('case-answered');
    const own = await listOwnCases(me(), { residentId: person.residentId });
    expect(own.cases).toMatchObject([{ stage: 'closed', answer: '当天在本院门诊就诊。', outcome: 'justified' }]);
    expect(await count(`notices where resident_id = $1 and kind = 'case-answered'`)).toBe(1);
    expect(await count(`audit_events where action in ('cases.open-why', 'cases.answer-why')`, [])).toBe(2);
    await expect(ask(eventId)).rejects.toThrow('why-answered');
  });

  it('is for the person alone, and not about kin', async () => {
    const kin = await mintResident(db);
    const link = { residentId: kin.residentId, memberId: person.residentId };
    await db.orm.insert(familyLinks).values({ ...link, relation: 'parent', proof: 'phone_code' });
    const eventId = await look('record-visit');
    const wish = { residentId: person.residentId, eventId, question: '' };
    await expect(askWhy(testContext(db, residentActor(kin)), wish)).rejects.toMatchObject({ code: 'not-found' });
    await recordAccess(testContext(db, residentActor(kin)), [person.residentId], 'record', 'family');
    const { looks } = await listLooks(me(), { residentId: person.residentId });
    await expect(ask(looks[0]?.id ?? '')).rejects.toThrow('why-kin');
    await expect(ask(randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('about an official goes to the office above', async () => {
    const accountId = randomUUID();
    const regionCode = own?.regionCode ?? '';
    await db.pool.query(
      `insert into accounts (id, kind, login, region_code) values ($1::uuid, 'official', $1::uuid::text, $2)`,
      [accountId, regionCode],
    );
    const actor = {
      kind: 'official',
      accountId,
      name: '官员',
      level: 3,
      regionCode,
      regionPath: own?.regionPath ?? '',
    } as const;
    await recordAccess(testContext(db, actor), [person.residentId], 'booking-trail', 'complaint:1');
    const { looks } = await listLooks(me(), { residentId: person.residentId });
    const { caseId } = await ask(looks[0]?.id ?? '');
    const { rows } = await db.pool.query('select stage, facility_id, region_path from cases where id = $1', [caseId]);
    expect(rows).toEqual([{ stage: 'official', facility_id: null, region_path: areaAbove(actor.regionPath) }]);
    await expect(answerCase(testContext(db, actor), answer(caseId))).rejects.toThrow('case-own-look');
    expect([areaAbove('51/01/21/'), areaAbove('51/')]).toEqual(['51/01/', '51/']);
  });
});

describe('what a facility leaves too long', () => {
  it('goes up to the officials of its area, who answer in its place', async () => {
    const { caseId, dueAt } = await ask(await look('record-list'));
    const late = new Date(dueAt.getTime() + 1000);
    const job = testContext(db, systemActor(), { clock: { now: () => late } });
    await expect(answerCase(official(), answer(caseId))).rejects.toMatchObject({ code: 'not-found' });
    expect(await escalateCases(testContext(db, systemActor()))).toBe(0);
    expect([await escalateCases(job), await escalateCases(job)]).toEqual([1, 0]);
    expect(await count(`notices where resident_id = $1 and kind = 'case-escalated'`)).toBe(1);
    expect((await listAreaCases(official(other), { closed: false })).cases).toEqual([]);
    await expect(answerCase(official(other), answer(caseId))).rejects.toMatchObject({ code: 'not-found' });
    const { cases } = await listAreaCases(official(), { closed: false });
    expect(cases.map((one) => one.id)).toContain(caseId);
    await answerCase(official(), answer(caseId));
    expect((await listAreaCases(official(), { closed: true })).cases.map((one) => one.id)).toEqual([caseId]);
  });

  it('comes page by page, the next due first', async () => {
    const facility = await mintFacility(db);
    for (let n = 0; n < 34; n += 1)
      await db.pool.query(
        `insert into cases (resident_id, id, kind, subject_id, facility_id, region_path, opened_by, stage, created_at, due_at)
         values ($1, $2, 'why', $2, $3, $4, 'x', 'facility', $5, $5)`,
        [
          person.residentId,
          randomUUID(),
          facility.facilityId,
          facility.regionPath,
          new Date(Math.floor(n / 3) * dayMs),
        ],
      );
    const first = await listFacilityCases(officer(facility), { closed: false });
    const second = await listFacilityCases(officer(facility), { closed: false, cursor: first.next });
    const ids = [...first.cases, ...second.cases].map((one) => one.id);
    expect([first.cases.length, new Set(ids).size, second.next]).toEqual([30, 34, null]);
  });
});
