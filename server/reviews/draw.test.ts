import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintResident } from '#db/testing/mint.ts';
import { interceptedDatabase } from '../testing/model/intercept.ts';
import { drawSample } from './draw-sample.ts';
import { getItem } from './item-queries.ts';
import { planReview } from './plan-review.ts';
import { drawAgain, getHospital, getOneReview, listReviews } from './queries.ts';
import { type ReviewHouse, reviewHouse } from './testing/review-house.ts';

let house: ReviewHouse;
let facilityId = '';
beforeAll(async () => {
  house = await reviewHouse();
  facilityId = house.inCounty.facilityId;
  for (let n = 0; n < 12; n += 1) await house.write(facilityId, house.person, { sourceId: `visit-${n}` });
  await house.write(house.inCity.facilityId, house.person, { sourceId: 'city' });
});
afterAll(() => house.db.close());

const sampled = async (id: string) => {
  const { rows } = await house.db.pool.query<{ s: string }>(
    'select source_id as s from review_items where review_id = $1 order by facility_id, number',
    [id],
  );
  return rows.map((row) => row.s);
};

describe('a draw', () => {
  it('takes its share of each hospital of the area, the same by the same seed, once however often it runs', async () => {
    const [one, two, other] = [await house.plan(), await house.plan(), await house.plan({ seed: 'seed-2' })];
    expect(await sampled(one)).toHaveLength(5);
    expect(await sampled(two)).toEqual(await sampled(one));
    expect(await sampled(other)).not.toEqual(await sampled(one));
    expect(await drawSample(house.job(), one)).toBe(0);
    await Promise.all([drawSample(house.job(), one), drawSample(house.job(), one)]);
    expect(await sampled(one)).toHaveLength(5);
    expect(await drawAgain(house.official(), { id: one, facilityId })).toEqual({ drawn: 5, same: 5, population: 12 });
    expect(await house.count(`audit_events where action = 'reviews.draw' and subject_id = $1`, [one])).toBe(1);
  });

  it('counts by hospital: a city draws of both, a share is rounded up', async () => {
    const id = await house.plan(
      { areaCode: house.inCity.regionCode, sizeKind: 'share', size: 30 },
      house.official(house.cityPath),
    );
    const { strata, hospitals, drawnHospitals } = await getOneReview(house.official(house.cityPath), { id });
    expect([hospitals, drawnHospitals]).toEqual([2, 2]);
    expect(strata.map(({ population, drawn }) => [population, drawn]).sort()).toEqual([
      [1, 1],
      [12, 4],
    ]);
  });

  it('goes on where one hospital cannot be drawn, which is drawn the next time', async () => {
    const city = house.official(house.cityPath);
    const { id } = await planReview(city, { ...house.rule, areaCode: house.inCity.regionCode });
    const [first] = [facilityId, house.inCity.facilityId].sort();
    const broken = interceptedDatabase(house.db, async (statement, send) => {
      if (statement.name === 'draw-review-sample' && statement.values?.[0] === first) throw new Error('broken');
      return send(statement);
    });
    await expect(drawSample({ ...house.job(), db: broken }, id)).rejects.toThrow('1 of 2 failed');
    expect((await getOneReview(city, { id })).drawnHospitals).toBe(1);
    expect(await drawSample(house.job(), id)).toBe(1);
    expect((await getOneReview(city, { id })).drawnHospitals).toBe(2);
  });

  it('takes no other time, kind, guarded topic, or what a person keeps back', async () => {
    const { write, person, plan } = house;
    const at = (day: string) => ({ startsAt: new Date(`${day}T02:00:00Z`), endsAt: new Date(`${day}T03:00:00Z`) });
    await write(facilityId, person, { sourceId: 'early', ...at('2026-02-28') });
    await write(facilityId, person, { sourceId: 'in', ...at('2026-03-01') });
    await write(facilityId, person, { sourceId: 'last', ...at('2026-03-31') });
    await write(facilityId, person, { sourceId: 'late', ...at('2026-04-01') });
    await write(facilityId, person, { sourceId: 'guarded', topic: 'mental_health', ...at('2026-03-05') });
    await write(facilityId, person, { sourceId: 'stay', facts: { visitKind: 'inpatient' }, ...at('2026-03-05') });
    await write(facilityId, person, { sourceId: 'wrong', status: 'entered-in-error', ...at('2026-03-05') });
    await write(facilityId, person, { sourceId: 'denied', ...at('2026-03-05') });
    const { rows } = await house.db.pool.query<{ id: string }>(
      `select id from record_entries where source_id = 'denied'`,
    );
    await house.db.pool.query(
      `insert into denials (resident_id, id, kind, subject, entry_id, created_at, created_by) values ($1, $2, 'entry', $3::text, $3::uuid, now(), $2)`,
      [person.residentId, randomUUID(), rows[0]?.id],
    );
    const id = await plan({ periodFrom: '2026-03-01', periodTo: '2026-03-31', size: 50 });
    expect((await sampled(id)).sort()).toEqual(['in', 'last']);
  });

  it('for research takes only who said yes, and shows nothing once the word is taken back', async () => {
    const willing = await mintResident(house.db);
    const at = { startsAt: new Date('2026-05-05T02:00:00Z'), endsAt: new Date('2026-05-05T03:00:00Z') };
    await house.write(facilityId, house.person, { sourceId: 'unasked', ...at });
    await house.write(facilityId, willing, { sourceId: 'willing', ...at });
    const say = (given: boolean, when: string) =>
      house.db.pool.query(
        `insert into consents (resident_id, id, purpose, topic, given, text_version, at, account_id)
         values ($1, $2, 'research', 'general', $3, 1, $4, $2)`,
        [willing.residentId, randomUUID(), given, when],
      );
    const wish = { purpose: 'research', periodFrom: '2026-05-01', periodTo: '2026-05-31' } as const;
    expect(await sampled(await house.plan(wish))).toEqual([]);
    await say(true, '2026-11-01T00:00:00Z');
    const id = await house.plan(wish);
    expect(await sampled(id)).toEqual(['willing']);
    const { items } = await getHospital(house.official(), { id, facilityId });
    const ask = { facilityId, id: items[0]?.id ?? '' };
    expect((await getItem(house.official(), ask)).sheet).toMatchObject({ month: '2026-05' });
    expect(await house.count('review_findings where review_id = $1', [id])).toBe(0);
    await say(false, '2026-11-02T00:00:00Z');
    expect((await getItem(house.official(), ask)).sheet).toBeNull();
    expect(await sampled(await house.plan(wish))).toEqual([]);
  });

  it('shows no sheet any more once something of it is guarded or kept back, and no words of its findings', async () => {
    const { write, person, plan, official } = house;
    const day = { startsAt: new Date('2026-06-08T02:00:00Z'), endsAt: new Date('2026-06-08T03:00:00Z') };
    const line = { encounter: 'turned', facts: {}, ...day };
    await write(facilityId, person, { sourceId: 'turned', ...day });
    await write(facilityId, person, {
      type: 'Observation',
      sourceId: 'told',
      title: '心情量表',
      gap: 'own|9',
      ...line,
    });
    await write(facilityId, person, { type: 'DiagnosticReport', sourceId: 'paper', title: '报告', ...line });
    const period = { periodFrom: '2026-06-08', periodTo: '2026-06-08' };
    const itemOf = async (id: string) => (await getHospital(official(), { id, facilityId })).items[0]?.id ?? '';
    const visit = { facilityId, id: await itemOf(await plan(period)) };
    const paper = { facilityId, id: await itemOf(await plan({ ...period, kinds: ['report'] })) };
    const before = await getItem(official(), visit);
    expect(before.sheet?.lines).toHaveLength(3);
    expect(before.findings.map((one) => one.detail)).toContain('心情量表');
    expect((await getItem(official(), paper)).sheet?.lines).toHaveLength(1);

    const { rows } = await house.db.pool.query<{ id: string }>(
      `select id from record_entries where source_id = 'turned'`,
    );
    const denial = randomUUID();
    await house.db.pool.query(
      `insert into denials (resident_id, id, kind, subject, entry_id, created_at, created_by) values ($1, $2, 'entry', $3::text, $3::uuid, now(), $2)`,
      [person.residentId, denial, rows[0]?.id],
    );
    expect((await getItem(official(), paper)).sheet).toBeNull();
    expect((await getItem(official(), visit)).sheet).toBeNull();
    await house.db.pool.query('update denials set ended_at = now() where id = $1', [denial]);
    expect((await getItem(official(), visit)).sheet?.lines).toHaveLength(3);

    await write(facilityId, person, { type: 'Condition', sourceId: 'why', topic: 'mental_health', ...line });
    const after = await getItem(official(), visit);
    expect([after.sheet, after.later]).toEqual([null, null]);
    expect(JSON.stringify(after)).not.toContain('心情量表');
  });
});

describe('an office', () => {
  it('plans within its own area alone, and only where records are', async () => {
    const { official, rule, elsewhere, inCity, cityPath } = house;
    const code = (areaCode: string) => ({ ...rule, areaCode });
    await expect(planReview(official(), code(elsewhere.regionCode))).rejects.toMatchObject({ code: 'not-found' });
    await expect(planReview(official(), code(inCity.regionCode))).rejects.toMatchObject({ code: 'not-found' });
    await expect(planReview(official(''), rule)).rejects.toMatchObject({ code: 'not-found' });
    const alone = official(elsewhere.regionPath);
    await expect(planReview(alone, code(elsewhere.regionCode))).rejects.toThrow('review-no-hospitals');
    const { id } = await planReview(official(cityPath), rule);
    expect(await house.count(`audit_events where action = 'reviews.plan' and subject_id = $1`, [id])).toBe(1);
    expect(await house.count(`graphile_worker.jobs where key = $1`, [`review:${id}`])).toBe(1);
  });

  it('reads its own reviews and those of offices below, no others', async () => {
    const [county, city] = [await house.plan(), await house.plan({}, house.official(house.cityPath))];
    const ids = async (path: string) => (await listReviews(house.official(path), {})).reviews.map((one) => one.id);
    expect(await ids(house.cityPath)).toEqual(expect.arrayContaining([county, city]));
    expect(await ids(house.countyPath)).toContain(county);
    expect(await ids(house.countyPath)).not.toContain(city);
    expect(await ids(house.elsewhere.regionPath)).toEqual([]);
    const { official } = house;
    await expect(getOneReview(official(), { id: city })).rejects.toMatchObject({ code: 'not-found' });
    await expect(getHospital(official(), { id: city, facilityId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(drawAgain(official(), { id: city, facilityId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
