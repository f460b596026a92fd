import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { openDemoDay } from './demo-day.ts';
import { fillHospital, secret } from './testing/demo-hospital.ts';

// it needs the sample accounts of the one demo, so not beside other tests' rows
describe.skipIf(inject('testServer').shared)('the demo’s clinic of the day', () => {
  let db: TestDatabase;
  const day = addDays(regionDay(new Date()), 1);
  const openAt = (time: string, seconds = 0) => {
    const now = new Date(regionInstant(day, time).getTime() + seconds * 1000);
    return openDemoDay(db.url, secret, { now: () => now });
  };
  const count = async (): Promise<Record<string, number>> => {
    const { rows } = await db.pool.query<{ status: string; n: number }>(
      `select e.status, count(*)::int as n from queue_entries e join sessions s on s.facility_id = e.facility_id and s.id = e.session_id
       where s.id = (select id from sessions order by starts_at desc limit 1) group by e.status`,
    );
    return Object.fromEntries(rows.map((row) => [row.status, row.n]));
  };

  beforeAll(async () => {
    db = await openTestDatabase();
    await fillHospital(db, 20);
  });
  afterAll(() => db?.close());

  it('is under way a moment after midnight, and a second start finds it', async () => {
    expect(await openAt('00:00', 40)).toBe(true);
    expect(await count()).toEqual({ done: 2, missed: 1, away: 1, 'in-room': 1, waiting: 3 });
    expect(await openAt('00:10')).toBe(false);
  });

  it('is opened again once it is over, in another department, with the same screens', async () => {
    expect(await openAt('15:00')).toBe(true);
    expect(await count()).toEqual({ done: 2, missed: 1, away: 1, 'in-room': 1, waiting: 3 });
    const { rows } = await db.pool.query(
      `select (select count(distinct department_id)::int from sessions) as departments,
         (select count(*)::int from queue_screens) as screens,
         (select count(*)::int from queue_entries where status = 'in-room') as inside,
         (select count(*)::int from queue_entries e join residents r on r.id = e.resident_id where r.name = '周素珍') as sample`,
    );
    expect(rows[0]).toEqual({ departments: 2, screens: 2, inside: 1, sample: 2 });
  });

  it('is not opened in the last minutes of a day', async () => {
    expect(await openAt('23:58')).toBe(false);
  });
});
