import { afterAll, beforeAll, expect, it } from 'vitest';
import { runStorm } from './testing/kill-storm.ts';
import { openStormStand, type StormStand } from './testing/storm-stand.ts';

let stand: StormStand;
beforeAll(async () => {
  stand = await openStormStand(5000);
}, 300_000);
afterAll(() => stand?.stop());

/** Each part once, the database last, as its way back is the longest; `npm run bench -- storm` kills twenty. */
it('people book while an api process, the worker and Postgres are killed: nothing lost, nothing twice', async () => {
  const storm = await runStorm(stand, ['api', 'worker', 'postgres'], () => {});
  expect(storm).toMatchObject({ lost: 0, doubles: 0, drift: 0 });
  expect(storm.recoveries).toHaveLength(3);
  expect(storm.repeated).toBeGreaterThan(0); // else nobody was hit
}, 600_000);

it('control: the count finds a booking lost, a number sold twice and a session that does not add up', async () => {
  const { db } = stand;
  const before = await runStorm(stand, [], () => {});
  expect(before).toMatchObject({ lost: 0, doubles: 0, drift: 0 });
  await db.pool.query('drop index appointments_ticket_active');
  await db.pool.query(`update appointments a set ticket_number = (select min(b.ticket_number) from appointments b where b.session_id = a.session_id)
    where a.id = (select id from appointments order by ticket_number desc limit 1)`);
  const after = await runStorm(stand, [], () => {});
  expect(after.doubles).toBe(1);
  expect(after.drift).toBeGreaterThan(0);
}, 120_000);
