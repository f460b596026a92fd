import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintResident, mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { type BookingHouse, bookingHouse } from '../../../booking/testing/booking-house.ts';
import { residentActor, staffActor, testContext } from '../../../kernel/test-context.ts';
import { addStepInput } from '../../schema/itinerary.ts';
import { draftOwnMap } from '../draft/draft-own-map.ts';
import { savePreparation } from '../preparation/save-preparation.ts';
import { addStep } from './add-step.ts';
import { maxSteps } from './itinerary-rules.ts';
import { moveStep } from './move-step.ts';
import { removeStep } from './remove-step.ts';
import { settleStep } from './settle-step.ts';
import { showStaffVisit } from './show-staff-visit.ts';
import { showVisit } from './show-visit.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
  await draftOwnMap(house.staff('manager'));
});
afterAll(() => db.close());

/** A patient of today, whatever the hour: the clinic began a minute from now and goes on for an hour. */
async function patientToday() {
  const startsAt = new Date(Date.now() + 60_000);
  const session = await mintSession(db, house.facility, { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) });
  const patient = await house.patientOf(session.sessionId);
  // the day of the clinic, should midnight pass meanwhile
  const clock = { now: () => startsAt };
  const desk = { ...house.staff('desk', 'doctor'), clock };
  const ctx = { ...patient.ctx, clock };
  const visit = { facilityId: house.facilityId, appointmentId: patient.made.id, stepFree: false };
  return { ...patient, desk, ctx, appointmentId: patient.made.id, see: () => showVisit(ctx, visit) };
}
const wish = (appointmentId: string, said: object) => addStepInput.parse({ appointmentId, ...said });
const kinds = (steps: { kind: string; state: string }[]) => steps.map((step) => `${step.kind} ${step.state}`);

describe('a visit’s day', () => {
  it('is seen by the resident as the hospital adds to it and ticks it off', async () => {
    const { desk, appointmentId, see } = await patientToday();
    const first = await see();
    expect(kinds(first.steps)).toEqual(['check-in todo', 'doctor todo']);
    expect(first).toMatchObject({ today: true, entrance: { id: 'E1' }, sample: true, queue: { state: 'not-here' } });
    expect(first.route?.to.id).toBe(first.room?.id);

    await db.pool.query(`update appointments set status = 'arrived' where id = $1`, [appointmentId]);
    const blood = await addStep(desk, wish(appointmentId, { kind: 'test', test: 'blood-fasting' }));
    const pay = await addStep(desk, wish(appointmentId, { kind: 'pay' }));
    await moveStep(desk, { appointmentId, stepId: pay.id });
    await settleStep(desk, { appointmentId, stepId: 'doctor', state: 'done' });
    await settleStep(desk, { appointmentId, stepId: pay.id, state: 'done' });
    await settleStep(desk, { appointmentId, stepId: pay.id, state: 'done' });
    const later = await see();
    expect(kinds(later.steps)).toEqual(['check-in done', 'doctor done', 'pay done', 'test todo']);
    expect(later.steps.at(-1)).toMatchObject({
      id: blood.id,
      next: true,
      preparation: { fastingHours: 8 },
      fromId: 'PAY',
    });
    expect(later.version).not.toBe(first.version);
    expect((await see()).version).toBe(later.version);

    const { rows } = await db.pool.query(
      `select action from audit_events where subject_id = $1 and action like 'navigation.%' order by at, id`,
      [appointmentId],
    );
    expect(rows.map((row) => row.action)).toEqual([
      'navigation.add-step',
      'navigation.add-step',
      'navigation.move-step',
      'navigation.settle-step',
      'navigation.settle-step',
    ]);
  });

  it('keeps its first step, and what is done', async () => {
    const { desk, appointmentId, see } = await patientToday();
    const other = await addStep(desk, wish(appointmentId, { kind: 'other', label: '住院登记' }));
    await moveStep(desk, { appointmentId, stepId: other.id });
    expect((await see()).steps.map((step) => step.kind)).toEqual(['check-in', 'other', 'doctor']);
    await expect(moveStep(desk, { appointmentId, stepId: other.id })).rejects.toThrow('step-first');
    const [arrival] = (await see()).steps;
    const settle = { appointmentId, stepId: arrival?.id ?? '', state: 'done' as const };
    await expect(settleStep(desk, settle)).rejects.toThrow('step-by-desk');
    await expect(removeStep(desk, { appointmentId, stepId: 'doctor' })).rejects.toThrow('step-stays');
    await settleStep(desk, { appointmentId, stepId: other.id, state: 'done' });
    await expect(removeStep(desk, { appointmentId, stepId: other.id })).rejects.toThrow('step-stays');
    await settleStep(desk, { appointmentId, stepId: other.id, state: 'todo' });
    await removeStep(desk, { appointmentId, stepId: other.id });
    await removeStep(desk, { appointmentId, stepId: other.id });
    expect((await see()).steps).toHaveLength(2);
  });

  it('takes no step without a name, of an unknown test or place, nor endlessly many', async () => {
    const { desk, appointmentId } = await patientToday();
    const add = (said: object) => addStep(desk, wish(appointmentId, said));
    await expect(add({ kind: 'other' })).rejects.toThrow('step-unnamed');
    await expect(add({ kind: 'test', test: 'magic' })).rejects.toThrow('test-unknown');
    await expect(add({ kind: 'pay', placeId: 'ELSE' })).rejects.toThrow('place-not-found');
    // at once, so that the count is made by those who wait for each other
    const wishes = Array.from({ length: maxSteps }, () => add({ kind: 'other', label: '检查' }));
    const outcomes = await Promise.allSettled(wishes);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(maxSteps - 2);
    await expect(add({ kind: 'pay' })).rejects.toThrow('itinerary-full');
  });

  it('is changed on the day only, by the staff of that hospital only, and read with a trace', async () => {
    const { desk, appointmentId, residentId } = await patientToday();
    const add = wish(appointmentId, { kind: 'pay' });
    const stranger = testContext(db, staffActor('Xelse', 'desk'));
    await expect(addStep(stranger, add)).rejects.toThrow('appointment-not-found');
    await expect(showStaffVisit(stranger, appointmentId)).rejects.toThrow('appointment-not-found');
    await expect(addStep(house.staff('scheduler'), add)).rejects.toThrow('role-needed');
    const coming = await mintSession(db, house.facility, { startsAt: new Date(Date.now() + 3 * 86_400_000) });
    const later = await house.patientOf(coming.sessionId);
    await expect(addStep(desk, wish(later.made.id, { kind: 'pay' }))).rejects.toThrow('not-today');

    const seen = await showStaffVisit(desk, appointmentId);
    expect(seen).toMatchObject({ residentName: '测试居民', change: { can: true } });
    expect(seen.tests.length).toBeGreaterThan(5);
    expect((await showStaffVisit(desk, later.made.id)).change).toEqual({ can: false, rule: 'not-today' });
    const { rows } = await db.pool.query('select what from access_events where resident_id = $1', [residentId]);
    expect(rows).toEqual([{ what: 'itinerary' }]);
  });

  it('is not another resident’s to see', async () => {
    const { appointmentId } = await patientToday();
    const other = testContext(db, residentActor(await mintResident(db)));
    const visit = { facilityId: house.facilityId, appointmentId, stepFree: false };
    await expect(showVisit(other, visit)).rejects.toThrow('appointment-not-found');
  });

  it('says what to bring, in the facility’s words', async () => {
    const { see } = await patientToday();
    expect((await see()).preparation).toMatchObject({ earlyMinutes: 30 });
    const { departmentId } = house.facility;
    await savePreparation(house.staff('manager'), {
      ...{ departmentId, numberType: '', test: '', earlyMinutes: 45, documents: '心电图报告' },
    });
    expect((await see()).preparation).toMatchObject({ earlyMinutes: 45, documents: { zh: '心电图报告', en: '' } });
  });
});
