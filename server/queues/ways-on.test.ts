import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentCatalog, departments } from '#db/schema/facilities.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { type BookingHouse, bookingHouse } from '../booking/testing/booking-house.ts';
import { staffActor, testContext } from '../kernel/test-context.ts';
import { actOnEntry } from './act-on-entry.ts';
import { callNext } from './call-next.ts';
import { movePatient } from './move-patient.ts';
import { getLine } from './queries/lines.ts';
import { requeue, setPriority } from './requeue.ts';
import { arriveAll, type Clinic, clinicOf, inRoomOf } from './testing/clinic.ts';

let db: TestDatabase;
let house: BookingHouse;
beforeAll(async () => {
  house = await bookingHouse();
  db = house.db;
});
afterAll(() => db.close());

const inRoom = (patients?: number) => inRoomOf(house, patients);

async function otherDepartment(): Promise<string> {
  const catalogCode = `8${house.facility.catalogCode.slice(1)}`;
  const id = `${house.facilityId}:${catalogCode}`;
  await db.orm.insert(departmentCatalog).values({ code: catalogCode, name: '外科' }).onConflictDoNothing();
  const row = { id, facilityId: house.facilityId, catalogCode, name: '外科' };
  await db.orm.insert(departments).values(row).onConflictDoNothing();
  return id;
}

const orderOf = async (c: Clinic) =>
  (await getLine(c.desk, c.session.sessionId)).entries.filter((e) => e.ahead !== null).map((e) => e.ticketNumber);

describe('somebody in the wrong department', () => {
  it('gets a number in the right one without a second fee, once, and repeating gives the same', async () => {
    const { c, doctor, first } = await inRoom();
    const right = await clinicOf(house, 0, await otherDepartment());
    const wish = { appointmentId: first, sessionId: right.session.sessionId, reason: '应看外科' };
    const [made, again] = await Promise.all([movePatient(doctor, wish), movePatient(doctor, wish)]);
    expect(again).toEqual(made);
    const { rows } = await db.pool.query(
      'select id = $2 as new, status, fee_fen as fee from appointments where resident_id = $1 order by new',
      [c.people[0]?.residentId, made.appointmentId],
    );
    expect(rows).toEqual([
      { new: false, status: 'fulfilled', fee: 1000 },
      { new: true, status: 'arrived', fee: 0 },
    ]);
    const surgeon = await right.open('9');
    expect(await callNext(surgeon, { finish: false })).toMatchObject({ appointmentId: made.appointmentId });
    await actOnEntry(surgeon, { appointmentId: made.appointmentId, act: 'enter' });
    const back = { appointmentId: made.appointmentId, sessionId: c.session.sessionId, reason: '再转一次' };
    await expect(movePatient(surgeon, back)).rejects.toThrow('moved-once');
    const audit = await db.pool.query(`select action from audit_events where subject_id = $1`, [first]);
    expect(audit.rows.filter((row) => row.action === 'queues.move')).toHaveLength(1);
  });

  it('is not moved within the department, nor before coming in', async () => {
    const { c, doctor, first } = await inRoom();
    const same = await clinicOf(house, 0);
    const wish = { sessionId: same.session.sessionId, reason: '换医生' };
    await expect(movePatient(doctor, { ...wish, appointmentId: first })).rejects.toThrow('same-department');
    const waiting = { ...wish, appointmentId: c.which(1).appointmentId };
    await expect(movePatient(doctor, waiting)).rejects.toThrow('queue-state');
  });
});

describe('triage', () => {
  it('puts an emergency first and says so; takes back what was given; only with a role', async () => {
    const c = await clinicOf(house, 3);
    await arriveAll(c);
    const wish = { appointmentId: c.which(2).appointmentId, reason: '胸痛' };
    await setPriority(c.desk, { ...wish, priority: 'emergency-2' });
    expect(await orderOf(c)).toEqual([3, 1, 2]);
    await setPriority(c.desk, { ...wish, priority: null });
    expect(await orderOf(c)).toEqual([1, 2, 3]);
    const scheduler = testContext(db, staffActor(house.facilityId, 'scheduler'));
    await expect(setPriority(scheduler, { ...wish, priority: 'elder' })).rejects.toThrow('role-needed');
  });

  it('lets somebody back from tests in after the facility’s number of people, under the same number', async () => {
    const { c, doctor, first } = await inRoom(5);
    await actOnEntry(doctor, { appointmentId: first, act: 'tests' });
    await requeue(c.desk, { appointmentId: first, why: 'back', reason: '' });
    await requeue(c.desk, { appointmentId: first, why: 'back', reason: '' });
    expect(await orderOf(c)).toEqual([2, 3, 1, 4, 5]);
    const calls: (string | undefined)[] = [];
    for (let i = 0; i < 3; i += 1) {
      const called = await callNext(doctor, { finish: true });
      calls.push(called?.appointmentId);
      await actOnEntry(doctor, { appointmentId: called?.appointmentId ?? '', act: 'enter' });
    }
    expect(calls).toEqual([1, 2, 0].map((i) => c.which(i).appointmentId));
  });
});
