import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintFacility } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { findRules } from './find-rules.ts';
import { listRules } from './queries/rules.ts';
import { setRules } from './set-rules.ts';

let db: TestDatabase;
const today = regionDay(new Date());
const keeper = (facilityId: string) => testContext(db, staffActor(facilityId, 'manager'));
const refusal = (rule: string) => ({ refusal: { rule } });
const audits = async (facilityId: string, action: string) =>
  (await db.pool.query('select detail from audit_events where facility_id = $1 and action = $2', [facilityId, action]))
    .rows;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe('dated rules', () => {
  test('the facility before the province, the latest not after the visit; history stays', async () => {
    const f = await mintFacility(db);
    const ctx = keeper(f.facilityId);
    const base = await findRules(db.pool, f.facilityId, today);
    const change = { ...base, horizonDays: 30, effectiveFrom: addDays(today, 10), reason: '试行' };
    const set = await setRules(ctx, change);
    expect(set.rows.filter((row) => row.origin === 'facility')).toMatchObject([
      { horizonDays: 30, effectiveFrom: change.effectiveFrom },
    ]);
    expect((await findRules(db.pool, f.facilityId, addDays(today, 9))).horizonDays).toBe(base.horizonDays);
    expect((await findRules(db.pool, f.facilityId, addDays(today, 10))).horizonDays).toBe(30);
    expect((await audits(f.facilityId, 'schedules.set-rules'))[0].detail).toMatchObject({
      before: { horizonDays: base.horizonDays },
      after: { horizonDays: 30 },
    });
    expect((await listRules(ctx, f.facilityId)).earliest).toBe(addDays(today, 1));
  });

  test('refuses values outside the bounds, days that have begun, and other roles', async () => {
    const f = await mintFacility(db);
    const ctx = keeper(f.facilityId);
    const base = {
      ...(await findRules(db.pool, f.facilityId, today)),
      effectiveFrom: addDays(today, 1),
      reason: '试行',
    };
    await expect(setRules(ctx, { ...base, horizonDays: 91 })).rejects.toMatchObject({
      refusal: { rule: 'rule-bounds', params: { field: 'horizonDays', max: 90 } },
    });
    await expect(setRules(ctx, { ...base, effectiveFrom: today })).rejects.toMatchObject(refusal('rules-past'));
    const doctor = testContext(db, staffActor(f.facilityId, 'doctor'));
    await expect(setRules(doctor, base)).rejects.toMatchObject(refusal('role-needed'));
    expect((await listRules(ctx, f.facilityId)).rows.filter((row) => row.origin === 'facility')).toEqual([]);
  });
});
