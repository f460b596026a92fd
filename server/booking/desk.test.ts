import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions } from '#db/schema/schedules.ts';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { idCheckCharacter } from '../kernel/national-id.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { addExtra } from './add-extra.ts';
import { checkIn } from './check-in.ts';
import { type BookingHouse, bookingHouse, newKey } from './testing/booking-house.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

describe('the desk', () => {
  it('checks a patient in on the day only, once', async () => {
    const today = await mintSession(db, house.facility, {
      startsAt: new Date(Date.now() + 60_000),
      endsAt: new Date(Date.now() + 3_600_000),
    });
    const patient = await house.patientOf(today.sessionId);
    const desk = house.staff('desk');
    const wish = { facilityId: house.facilityId, appointmentId: patient.made.id };
    expect(await checkIn(desk, wish)).toEqual({ status: 'arrived' });
    expect(await checkIn(desk, wish)).toEqual({ status: 'arrived' });
    expect(await house.ledger(today.sessionId)).toMatchObject({ used: 1 });
    const tomorrow = await house.patientOf(
      (await mintSession(db, house.facility, { startsAt: new Date(Date.now() + 3 * 86_400_000) })).sessionId,
    );
    await expect(checkIn(desk, { facilityId: house.facilityId, appointmentId: tomorrow.made.id })).rejects.toThrow(
      'not-today',
    );
    await expect(checkIn(testContext(db, staffActor('Xelse', 'desk')), wish)).rejects.toThrow('appointment-not-found');
  });

  it('adds extra numbers up to the cap, even when the session is full', async () => {
    const session = await mintSession(db, house.facility, { capacity: 1 });
    await house.patientOf(session.sessionId);
    const doctor = house.staff('doctor');
    const add = (n: number) => {
      const first17 = `51990019900101${String(n).padStart(3, '0')}`;
      const residentIdNumber = first17 + idCheckCharacter(first17);
      return addExtra(doctor, {
        key: newKey(),
        sessionId: session.sessionId,
        residentName: '加号病人',
        residentIdNumber,
        reason: '复诊患者',
      });
    };
    for (const n of [1, 2, 3]) await add(n);
    await expect(add(4)).rejects.toThrow('extra-limit');
    expect(await house.ledger(session.sessionId)).toEqual({ booked: 4 });
    const [row] = await db.orm.select().from(sessions).where(eq(sessions.id, session.sessionId));
    expect(row?.released).toBe(4);
  });
});
