import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { openDemoWaitlists } from './demo-waitlists.ts';
import { fillHospital, secret } from './testing/demo-hospital.ts';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s waiting lists', () => {
  let db: TestDatabase;
  const tomorrow = addDays(regionDay(new Date()), 1);
  const openAt = (day: string, time: string) =>
    openDemoWaitlists(db.url, secret, { now: () => regionInstant(day, time) });
  const listOf = async (day: string) => {
    const { rows } = await db.pool.query<{ line: string }>(
      `select string_agg(case when r.name like '居民%' then '-' else r.name end || ' ' || w.state, ', ' order by w.joined_at, w.id) as line
       from waitlist_entries w join residents r on r.id = w.resident_id
       join sessions s on s.facility_id = w.facility_id and s.id = w.session_id where s.date in ($1, $2) group by s.id, s.date order by s.date`,
      [addDays(day, 3), addDays(day, 4)],
    );
    return rows.map((row) => row.line);
  };
  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db, 30);
  });
  afterAll(() => db?.close());

  it('are two, once a day: the sample account stands third, a number is kept for her father', async () => {
    expect(await openAt(tomorrow, '10:00')).toBe(true);
    expect(await openAt(tomorrow, '15:00')).toBe(false);
    expect(await listOf(tomorrow)).toEqual([
      '- waiting, - waiting, 陈晓燕 waiting, - waiting',
      '陈国强 offered, - waiting, - waiting',
    ]);
  });

  it('offer nothing at night', async () => {
    const later = addDays(tomorrow, 4);
    expect(await openAt(later, '23:30')).toBe(true);
    expect((await listOf(later)).join()).not.toContain('offered');
  });
});
