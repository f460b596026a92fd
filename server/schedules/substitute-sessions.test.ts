import { afterAll, beforeAll, expect, it } from 'vitest';
import { mintFacility, mintPractitioner, mintResident, mintSession } from '#db/testing/mint.ts';
import { openTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { substituteSessions } from './substitute-sessions.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const today = regionDay(new Date());
const on = (days: number) => regionInstant(addDays(today, days), '09:00');

async function week() {
  const facility = await mintFacility(db);
  const mint = (days: number, over: { practitionerId?: string } = {}) =>
    mintSession(db, facility, { numberType: 'expert', startsAt: on(days), ...over });
  const wish = (substituteId: string) => ({
    ...{ practitionerId: facility.practitionerId, substituteId, from: addDays(today, 1), to: addDays(today, 3) },
    reason: '外出会诊',
  });
  const keeper = testContext(db, staffActor(facility.facilityId, 'scheduler'));
  const doctorOf = async (sessionId: string) =>
    (await db.pool.query<{ id: string }>('select practitioner_id as id from sessions where id = $1', [sessionId]))
      .rows[0]?.id;
  return { facility, mint, wish, keeper, doctorOf };
}

it('gives every clinic of the days to the other doctor, and says why one stays', async () => {
  const { facility, mint, wish, keeper, doctorOf } = await week();
  const equal = await mintPractitioner(db, facility, '主任医师');
  const [first, second, later] = [await mint(1), await mint(2), await mint(5)];
  const busy = await mint(2, { practitionerId: equal }); // the substitute sees patients of their own then
  const done = await substituteSessions(keeper, wish(equal));
  expect(done).toMatchObject({ changed: 1, told: 0 });
  expect(done.clinics.map((c) => [c.sessionId, c.rule])).toEqual([
    [first.sessionId, null],
    [second.sessionId, 'doctor-overlap'],
  ]);
  expect(await doctorOf(first.sessionId)).toBe(equal);
  for (const s of [second, later]) expect(await doctorOf(s.sessionId)).toBe(facility.practitionerId);
  await db.pool.query(`update sessions set status = 'ended' where id = $1`, [busy.sessionId]);
  expect((await substituteSessions(keeper, wish(equal))).clinics.map((c) => [c.sessionId, c.rule])).toEqual([
    [second.sessionId, null],
  ]);
  await expect(substituteSessions(keeper, wish(equal))).rejects.toThrow('no-clinic-to-change');
});

it('tells who is booked, and keeps a clinic from a doctor of lower grade while somebody is', async () => {
  const { facility, mint, wish, keeper, doctorOf } = await week();
  const [booked, empty] = [await mint(1), await mint(2)];
  const person = await mintResident(db);
  await db.pool.query(
    `insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel, status, code, fee_fen, cancel_by)
     values ($1, gen_random_uuid(), $2, 1, $3, $4, 'web', 'booked', 'SUB1', 1000, now())`,
    [facility.facilityId, booked.sessionId, person.residentId, person.accountId],
  );
  const lower = await mintPractitioner(db, facility, '主治医师');
  const tried = await substituteSessions(keeper, wish(lower));
  expect(tried.clinics.map((c) => c.rule)).toEqual(['substitute-grade', null]);
  expect(await doctorOf(booked.sessionId)).toBe(facility.practitionerId);
  expect(await doctorOf(empty.sessionId)).toBe(lower);
  const equal = await mintPractitioner(db, facility, '主任医师');
  expect(await substituteSessions(keeper, wish(equal))).toMatchObject({ changed: 1, told: 1 });
});

it('is for the scheduler and the manager of that hospital', async () => {
  const { facility, mint, wish } = await week();
  await mint(1);
  const other = await mintPractitioner(db, facility, '主任医师');
  const desk = testContext(db, staffActor(facility.facilityId, 'desk'));
  await expect(substituteSessions(desk, wish(other))).rejects.toThrow('role-needed');
  const elsewhere = testContext(db, staffActor((await mintFacility(db)).facilityId, 'manager'));
  await expect(substituteSessions(elsewhere, wish(other))).rejects.toThrow('no-clinic-to-change');
});
