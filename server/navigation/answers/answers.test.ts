import { afterAll, beforeAll, expect, it } from 'vitest';
import { mintFacility, mintResident, mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { type BookingHouse, bookingHouse } from '../../booking/testing/booking-house.ts';
import { residentActor, staffActor, testContext } from '../../kernel/test-context.ts';
import { attachAnswersInput } from '../schema/answers.ts';
import { attachAnswers } from './attach-answers.ts';
import { expireAnswers } from './expire-answers.ts';
import { findOwnAnswers, listAnswered, readAnswers } from './queries.ts';
import { removeAnswers } from './remove-answers.ts';
import { keepDaysAfterVisit } from './rules.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

const told = '上楼就心慌，胸口发闷三天了';

async function visit() {
  const session = await mintSession(db, house.facility);
  const patient = await house.patientOf(session.sessionId);
  const key = { facilityId: house.facilityId, appointmentId: patient.made.id };
  const wish = attachAnswersInput.parse({ ...key, agreed: true, story: { text: told, added: ['胸口'] } });
  return { ...patient, key, wish };
}

it('shows the words to the doctor of the visit, and the resident who looked', async () => {
  const { ctx, key, wish, residentId } = await visit();
  expect(await attachAnswers(ctx, wish)).toMatchObject({ text: told, added: ['胸口'] });
  await attachAnswers(ctx, wish);
  const doctor = house.staff('doctor');
  expect(await listAnswered(doctor, [key.appointmentId])).toEqual([key.appointmentId]);
  expect(await readAnswers(doctor, key.appointmentId)).toMatchObject({ text: told });
  const { rows } = await db.pool.query('select what from access_events where resident_id = $1', [residentId]);
  expect(rows).toEqual([{ what: 'triage-answers' }]);
});

it('keeps the words sealed in the table and out of the audit', async () => {
  const { ctx, key, wish } = await visit();
  await attachAnswers(ctx, wish);
  const stored = await db.pool.query('select t::text as row from triage_answers t where appointment_id = $1', [
    key.appointmentId,
  ]);
  const audit = await db.pool.query('select e::text as row from audit_events e where subject_id = $1', [
    key.appointmentId,
  ]);
  expect(audit.rows.map(({ row }) => row).join()).toContain('navigation.attach-answers');
  for (const { row } of [...stored.rows, ...audit.rows]) expect(row).not.toContain('心慌');
});

it('is nobody else’s: not another hospital’s, not a scheduler’s, not a stranger’s', async () => {
  const { ctx, key, wish } = await visit();
  await attachAnswers(ctx, wish);
  const other = await mintFacility(db);
  const elsewhere = testContext(db, staffActor(other.facilityId, 'doctor'));
  await expect(readAnswers(elsewhere, key.appointmentId)).rejects.toThrow('not-found');
  await expect(readAnswers(house.staff('scheduler'), key.appointmentId)).rejects.toThrow('role-needed');
  const stranger = testContext(db, residentActor(await mintResident(db)));
  expect(await findOwnAnswers(stranger, key)).toBeNull();
  await expect(removeAnswers(stranger, key)).rejects.toThrow('not-found');
  await expect(attachAnswers(stranger, wish)).rejects.toThrow('not-found');
});

it('is taken back at once, and repeating that is harmless', async () => {
  const { ctx, key, wish } = await visit();
  await attachAnswers(ctx, wish);
  expect(await removeAnswers(ctx, key)).toEqual({ removed: true });
  expect(await removeAnswers(ctx, key)).toEqual({ removed: false });
  expect(await readAnswers(house.staff('doctor'), key.appointmentId)).toBeNull();
});

it('forgets the words when their time is over, and everything when the visit is cancelled', async () => {
  const [kept, dropped] = [await visit(), await visit()];
  await attachAnswers(kept.ctx, kept.wish);
  await attachAnswers(dropped.ctx, dropped.wish);
  await db.pool.query(`update appointments set status = 'cancelled' where id = $1`, [dropped.key.appointmentId]);
  const later = { now: () => new Date(Date.now() + (keepDaysAfterVisit + 60) * 86_400_000) };
  await expireAnswers({ db: kept.ctx.db, clock: later });
  const { rows } = await db.pool.query(
    'select appointment_id as id, answers_sealed as words, advised from triage_answers where appointment_id = any($1)',
    [[kept.key.appointmentId, dropped.key.appointmentId]],
  );
  expect(rows).toEqual([{ id: kept.key.appointmentId, words: null, advised: expect.any(String) }]);
});
