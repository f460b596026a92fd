import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintResident } from '#db/testing/mint.ts';
import { answerCase } from '../cases/answer-case.ts';
import { listAreaCases } from '../cases/queries.ts';
import { addDenial } from '../consents/add-denial.ts';
import type { ContextOf } from '../kernel/context.ts';
import { residentActor, testContext } from '../kernel/test-context.ts';
import { transact } from '../kernel/transaction.ts';
import { moveRecord } from '../records/identity/move-record.ts';
import { getItem, readPerson } from './item-queries.ts';
import { openPerson } from './open-person.ts';
import { getHospital } from './queries.ts';
import { rereadItem } from './reread-item.ts';
import { now, type ReviewHouse, reviewHouse } from './testing/review-house.ts';

let house: ReviewHouse;
let facilityId = '';
let ask = { facilityId, id: '' };
let desk: ContextOf<'official'>;
beforeAll(async () => {
  house = await reviewHouse();
  facilityId = house.inCounty.facilityId;
  desk = house.official();
  const { residentId } = house.person;
  const facts = { visitKind: 'outpatient', department: '内科', reason: '欧阳明珠自述头痛三天' };
  await house.write(facilityId, house.person, { sourceId: 'visit', title: '欧阳明珠复诊 13800138000', facts });
  await house.write(facilityId, house.person, {
    ...{ sourceId: 'cond', type: 'Condition', encounter: 'visit', title: '偏头痛', endsAt: null, facts: {} },
  });
  await house.write(facilityId, house.person, {
    ...{ sourceId: 'secret', type: 'Condition', encounter: 'visit', title: '不给看的', endsAt: null, facts: {} },
  });
  const { rows } = await house.db.pool.query<{ id: string }>(
    `select id from record_entries where source_id = 'secret'`,
  );
  const me = testContext(house.db, residentActor(house.person));
  await addDenial(me, { residentId, kind: 'entry', entryId: rows[0]?.id ?? '' });
  const id = await house.plan();
  ask = { facilityId, id: (await getHospital(desk, { id, facilityId })).items[0]?.id ?? '' };
});
afterAll(() => house.db.close());

const looks = () =>
  house.count(`access_events where resident_id = $1 and actor_kind = 'official'`, [house.person.residentId]);
const wish = () => ({ ...ask, ground: 'complaint', reason: '家属投诉病历与就诊不符' }) as const;

describe('a sheet', () => {
  it('tells sex, year, county and what was done, and nothing that says whose it is or that is kept back', async () => {
    const item = await getItem(desk, ask);
    expect(item.sheet).toMatchObject({ sex: 'female', birthYear: '1990', month: '2026-10', department: '内科' });
    expect(item.sheet?.county).toMatch(/^测试县/);
    expect(item.sheet?.lines.map(({ type, title }) => [type, title])).toEqual([
      ['Encounter', '某复诊 …'],
      ['Condition', '偏头痛'],
    ]);
    expect(item.sheet?.lines[0]?.kept).toBe(10);
    const told = JSON.stringify(item);
    for (const secret of [
      '明珠',
      '1380013',
      '头痛三天',
      '不给看的',
      house.person.residentId,
      '1990-01-01',
      '2026-10-12',
    ])
      expect(told).not.toContain(secret);
    expect(await looks()).toBe(0);
  });
});

describe('whose it is', () => {
  it('nobody sees without a case', async () => {
    await expect(readPerson(desk, ask)).rejects.toThrow('sums-only');
    await expect(openPerson(house.official(house.cityPath), wish())).rejects.toThrow('review-other-office');
    const stranger = house.official(house.elsewhere.regionPath);
    await expect(openPerson(stranger, wish())).rejects.toMatchObject({ code: 'not-found' });
    await expect(readPerson(stranger, ask)).rejects.toMatchObject({ code: 'not-found' });
    expect(await looks()).toBe(0);
  });

  it('is seen while a case is open: the person is told, the look is noted, the office above judges', async () => {
    const { until } = await openPerson(desk, wish());
    expect(until).toEqual(new Date(now.getTime() + 3 * 86_400_000));
    expect(await openPerson(desk, wish())).toEqual({ until });
    const { residentId } = house.person;
    expect(await house.count(`notices where resident_id = $1 and kind = 'record-reviewed'`, [residentId])).toBe(1);
    expect(await house.count(`audit_events where action = 'reviews.open-person' and subject_id = $1`, [ask.id])).toBe(
      2,
    );
    const person = await readPerson(desk, ask);
    expect(person).toMatchObject({ name: '欧阳明珠', birthDate: '1990-01-01', visit: 'visit', until });
    expect(person.entries.map(({ title }) => title)).toEqual(['欧阳明珠复诊 13800138000', '偏头痛']);
    expect(await looks()).toBe(1);
    await expect(readPerson(house.official(house.cityPath), ask)).rejects.toThrow('review-other-office');

    const above = house.official(house.cityPath);
    const { cases } = await listAreaCases(above, { closed: false });
    expect(cases).toMatchObject([{ kind: 'review', subjectId: ask.id, question: wish().reason }]);
    const answer = {
      residentId,
      caseId: cases[0]?.id ?? '',
      outcome: 'justified',
      answer: '核查属实，确有必要',
    } as const;
    await expect(answerCase(desk, answer)).rejects.toMatchObject({ code: 'not-found' });
    await answerCase(above, answer);
    await expect(readPerson(desk, ask)).rejects.toThrow('sums-only');
  });

  it('is gone when the clock has run out, and opened anew only after the office above has answered', async () => {
    const { until } = await openPerson(desk, wish());
    const late = { ...desk, clock: { now: () => until } };
    await expect(readPerson(late, ask)).rejects.toThrow('sums-only');
    expect((await getItem(late, ask)).caseUntil).toBeNull();
    await expect(openPerson(late, wish())).rejects.toThrow('review-case-waiting');
  });

  it('stays closed to an official whom the person keeps out', async () => {
    await readPerson(desk, ask);
    await house.db.pool.query(
      `insert into denials (resident_id, id, kind, subject, worker_id, created_at, created_by) values ($1, $2, 'worker', $3::text, $3::uuid, now(), $1)`,
      [house.person.residentId, ask.id, desk.actor.accountId],
    );
    await expect(readPerson(desk, ask)).rejects.toThrow('record-closed');
  });

  it('follows the patient into another record: nobody is named whose visit it is not', async () => {
    const { residentId: from } = house.person;
    const other = await mintResident(house.db, '司马长风');
    const move = { facilityId, patient: `p-${from}`, from, to: other.residentId };
    await transact(house.db, (tx) => moveRecord(tx, move));
    const official = house.official();
    await expect(readPerson(official, ask)).rejects.toThrow('sums-only');
    await openPerson(official, wish());
    expect(await readPerson(official, ask)).toMatchObject({ name: '司马长风', visit: 'visit' });
    expect(await house.count(`notices where resident_id = $1 and kind = 'record-reviewed'`, [other.residentId])).toBe(
      1,
    );
    await house.write(facilityId, other, { sourceId: 'visit', patient: `p-${from}`, version: '2', updated: now });
    expect(await rereadItem(house.job(new Date(now.getTime() + 1000)), facilityId, ask.id)).toBe(true);
  });
});
