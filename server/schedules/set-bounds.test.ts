import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { findBounds, findRules } from './find-rules.ts';
import { listLimits } from './queries/limits.ts';
import { listRules } from './queries/rules.ts';
import { clampRules, defaultRules, ruleBounds } from './rules.ts';
import { setBounds } from './set-bounds.ts';
import { setLimits } from './set-limits.ts';
import { setRules } from './set-rules.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const today = regionDay(new Date());
const officialAt = (level: number) =>
  testContext(db, {
    ...{ kind: 'official' as const, accountId: randomUUID(), level, name: '测试官员' },
    ...{ regionCode: '510000000000', regionPath: '510000000000/' },
  });
const refusal = (rule: string) => ({ refusal: { rule } });

// they hold for every hospital, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the province’s bounds', () => {
  it('move a hospital’s rules inside from their day on, in its own log, and no earlier day changes', async () => {
    const f = await mintFacility(db);
    const keeper = testContext(db, staffActor(f.facilityId, 'manager'));
    const own = { ...defaultRules, horizonDays: 60, banScope: 'province' as const, reason: '专家号多' };
    await setRules(keeper, { ...own, effectiveFrom: addDays(today, 1) });
    await setRules(keeper, { ...own, horizonDays: 80, effectiveFrom: addDays(today, 9) });
    const from = addDays(today, 3);
    const bounds = {
      ...ruleBounds,
      ...{ horizonDays: { min: 7, max: 30 }, banScope: { min: 'facility', max: 'facility' } },
    };
    const wish = { effectiveFrom: from, bounds, reason: '全省统一' };
    const set = await setBounds(officialAt(1), wish);
    expect(set.coming).toMatchObject([{ effectiveFrom: from, bounds: { horizonDays: { max: 30 } } }]);
    const on = async (days: number) => (await findRules(db.pool, f.facilityId, addDays(today, days))).horizonDays;
    expect([await on(2), await on(3), await on(9)]).toEqual([60, 30, 30]);
    expect((await findRules(db.pool, f.facilityId, from)).banScope).toBe('facility');
    const { changes } = await listRules(keeper, f.facilityId);
    expect(changes.filter((row) => row.reason === '全省统一' && row.facilityName !== null)).toHaveLength(2);
    expect(changes.find((row) => row.kind === 'bounds')?.changes).toContainEqual({
      ...{ field: 'horizonDays', before: '7–90', after: '7–30' },
    });
    await expect(setRules(keeper, { ...own, effectiveFrom: addDays(today, 4) })).rejects.toMatchObject({
      refusal: { rule: 'rule-bounds', params: { field: 'horizonDays', max: 30 } },
    });
    expect((await findBounds(db.pool, addDays(today, 2))).horizonDays).toEqual({ min: 7, max: 90 });
  });

  it('are the province’s alone, for days to come, and the right way round', async () => {
    const wish = { effectiveFrom: addDays(today, 1), bounds: ruleBounds, reason: '试一试' };
    await expect(setBounds(officialAt(2), wish)).rejects.toMatchObject(refusal('province-only'));
    await expect(setBounds(officialAt(1), { ...wish, effectiveFrom: today })).rejects.toMatchObject(
      refusal('rules-past'),
    );
    const crossed = { ...ruleBounds, perDay: { min: 5, max: 1 } };
    await expect(setBounds(officialAt(1), { ...wish, bounds: crossed })).rejects.toMatchObject(
      refusal('bounds-crossed'),
    );
    const kinds = { ...ruleBounds, perDay: { min: '1', max: '5' } };
    await expect(setBounds(officialAt(1), { ...wish, bounds: kinds })).rejects.toMatchObject(refusal('bounds-crossed'));
  });

  it('leave alone what is inside', () => {
    expect(clampRules(defaultRules, ruleBounds)).toEqual(defaultRules);
    const tight = { ...ruleBounds, perDay: { min: 3, max: 3 }, releaseTime: { min: '06:00', max: '07:00' } };
    expect(clampRules(defaultRules, tight)).toEqual({ ...defaultRules, perDay: 3, releaseTime: '07:00' });
  });
});

describe('whom a department sees', () => {
  it('is dated, logged with its reason, and set by the facility’s own keepers', async () => {
    const f = await mintFacility(db);
    const keeper = testContext(db, staffActor(f.facilityId, 'scheduler'));
    const wish = {
      departmentId: f.departmentId,
      effectiveFrom: addDays(today, 1),
      sex: null,
      minAge: null,
      maxAge: 14,
    };
    const set = await setLimits(keeper, { ...wish, reason: '儿科门诊' });
    expect(set.departments).toMatchObject([{ dated: [{ maxAge: 14, holds: false }] }]);
    const own = (await listRules(keeper, f.facilityId)).changes.filter((row) => row.facilityName !== null);
    expect(own).toMatchObject([
      { kind: 'limits', reason: '儿科门诊', changes: [{ field: '内科', before: '—', after: '0–14' }] },
    ]);
    const reason = '不行的';
    await expect(setLimits(keeper, { ...wish, effectiveFrom: today, reason })).rejects.toMatchObject(
      refusal('rules-past'),
    );
    await expect(setLimits(keeper, { ...wish, minAge: 20, reason })).rejects.toMatchObject(refusal('ages-crossed'));
    const desk = testContext(db, staffActor(f.facilityId, 'desk'));
    await expect(setLimits(desk, { ...wish, reason })).rejects.toMatchObject(refusal('role-needed'));
    const other = testContext(db, staffActor((await mintFacility(db)).facilityId, 'manager'));
    await expect(setLimits(other, { ...wish, reason })).rejects.toMatchObject(refusal('department-not-found'));
    expect((await listLimits(other, f.facilityId)).departments).toHaveLength(1);
  });
});
