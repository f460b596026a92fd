import { afterAll, beforeAll, expect, test } from 'vitest';
import { mintFacility, mintPractitioner, mintResident, mintSession, mintStaff } from './mint.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test('a minted facility has a session whose tickets add up and are open now', async () => {
  const facility = await mintFacility(db);
  await mintPractitioner(db, facility);
  await mintStaff(db, facility.facilityId, ['desk']);
  await mintResident(db);
  const session = await mintSession(db, facility, { capacity: 7, numberType: 'expert' });
  const { rows } = await db.pool.query(
    `select count(*) as n, min(t.window_start) as first, max(t.window_end) as last,
            bool_and(s.release_at < now() and s.close_at > now()) as open, max(s.released) as released
     from tickets t join sessions s on s.facility_id = t.facility_id and s.id = t.session_id where t.session_id = $1`,
    [session.sessionId],
  );
  expect(rows[0]).toMatchObject({ n: 7, released: 7, open: true, first: session.startsAt });
  expect(rows[0].last.getTime()).toBeLessThanOrEqual(session.endsAt.getTime());
});
