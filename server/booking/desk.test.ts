import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions } from '#db/schema/schedules.ts';
import { mintSession } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { idCheckCharacter } from '../kernel/national-id.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { addExtra } from './add-extra.ts';
import { findByCode, listDay } from './staff-queries.ts';
import { type BookingHouse, bookingHouse, newKey } from './testing/booking-house.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

describe('the desk', () => {
  it('lists the day with names, its own facility’s only, and leaves one access row for each person', async () => {
    const session = await mintSession(db, house.facility, { startsAt: new Date(Date.now() + 5 * 86_400_000) });
    const [first, second] = [await house.patientOf(session.sessionId), await house.patientOf(session.sessionId)];
    const desk = house.staff('desk');
    const expected = [first, second].map((p) => ({
      ...{ id: p.made.id, code: p.made.code, residentName: p.name, sex: 'female', idMasked: '5190**********0000' },
      ...{ phoneMasked: '138****0000', checkIn: { can: false, rule: 'not-today' } },
    }));
    expect((await listDay(desk, session.date, null)).rows).toMatchObject(expected);
    expect((await listDay(desk, session.date, house.facility.departmentId)).rows).toHaveLength(2);
    expect((await listDay(desk, session.date, 'another')).rows).toEqual([]);
    expect(await findByCode(desk, second.made.code)).toMatchObject(expected[1] ?? {});
    const stranger = testContext(db, staffActor('Xelse', 'desk'));
    expect((await listDay(stranger, session.date, null)).rows).toEqual([]);
    await expect(findByCode(stranger, second.made.code)).rejects.toThrow('code-not-found');
    const { rows } = await db.pool.query('select what from access_events where resident_id = $1 order by what', [
      second.residentId,
    ]);
    expect(rows.map((row) => row.what)).toEqual(['appointment', 'day-list']);
  });

  it('adds extra numbers up to the cap, even when the session is full', async () => {
    const session = await mintSession(db, house.facility, { capacity: 1 });
    await house.patientOf(session.sessionId);
    const doctor = house.staff('doctor');
    const who = `19${String(randomInt(50, 99))}0${randomInt(1, 10)}1${randomInt(10)}${String(randomInt(100)).padStart(2, '0')}`;
    const add = (n: number) => {
      const first17 = `5199${String(randomInt(100)).padStart(2, '0')}${who}${n}`;
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
