import { mintSession } from '#db/testing/mint.ts';
import type { BookingHouse } from '../../booking/testing/booking-house.ts';
import { staffActor, testContext } from '../../kernel/test-context.ts';
import { actOnEntry } from '../act-on-entry.ts';
import { callNext } from '../call-next.ts';
import { checkInAtDesk } from '../check-in.ts';
import { openStation } from '../open-station.ts';

/** A clinic of the day, whatever the hour: it began a minute from now, and its clock stands there. */
export async function clinicOf(house: BookingHouse, patients: number, departmentId?: string) {
  const { db } = house;
  const startsAt = new Date(Date.now() + 60_000);
  const session = await mintSession(db, house.facility, {
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), capacity: Math.max(patients, 4) },
    ...(departmentId ? { departmentId } : {}),
  });
  const at = <C extends object>(ctx: C) => ({ ...ctx, clock: { now: () => startsAt } });
  const people: Awaited<ReturnType<BookingHouse['patientOf']>>[] = [];
  for (let i = 0; i < patients; i += 1) people.push(await house.patientOf(session.sessionId));
  const doctorOf = (room: string) => {
    const actor = { ...staffActor(house.facilityId, 'doctor'), accountId: `doctor-${room}-${session.sessionId}` };
    return at(testContext(db, actor));
  };
  const which = (i: number) => ({ facilityId: house.facilityId, appointmentId: people[i]?.made.id ?? '' });
  return {
    ...{ session, people, which, doctorOf, desk: at(house.staff('desk')) },
    resident: (i: number) => at(people[i]?.ctx as (typeof people)[number]['ctx']),
    open: async (room: string) => {
      const ctx = doctorOf(room);
      await openStation(ctx, { sessionId: session.sessionId, room });
      return ctx;
    },
  };
}
export type Clinic = Awaited<ReturnType<typeof clinicOf>>;

/** Everybody checks in at the desk, in the order of their numbers. */
export async function arriveAll(c: Clinic): Promise<void> {
  for (const i of c.people.keys()) await checkInAtDesk(c.desk, c.which(i));
}

/** A clinic whose first patient is with the doctor. */
export async function inRoomOf(house: BookingHouse, patients = 2) {
  const c = await clinicOf(house, patients);
  await arriveAll(c);
  const doctor = await c.open('1');
  await callNext(doctor, { finish: false });
  await actOnEntry(doctor, { appointmentId: c.which(0).appointmentId, act: 'enter' });
  return { c, doctor, first: c.which(0).appointmentId };
}
