import fc from 'fast-check';
import type { Database } from '#db/client.ts';
import { addExtra } from '../../../booking/add-extra.ts';
import { book, wishOf } from '../../../booking/book.ts';
import { makeBooking } from '../../../booking/make-booking.ts';
import { getAppointment } from '../../../booking/queries.ts';
import { reschedule } from '../../../booking/reschedule.ts';
import { newKey } from '../../../booking/testing/booking-house.ts';
import { expectReach } from '../../../residents/queries.ts';
import { type Act, nameOf, type Plan, pickAppointment, shown } from '../act.ts';
import { ifRefused, made } from '../answer.ts';
import { afterBooking, shutBy, type Wish } from '../book.ts';
import { hours, type Ledger, type Session } from '../ledger.ts';
import { mayActFor, type Person, type World } from '../world.ts';

export const person = fc.nat(5);
/** Some clinics are asked for more often, so that people meet there. */
const session = fc.oneof(fc.constantFrom(0, 3, 5), fc.nat(8));
/** Mostly one's own account; sometimes family, sometimes a stranger's. */
export const account = fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: person });
const window = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(1) });
const path = fc.constantFrom('together', 'alone');

type Asked = { who: number; account: number; session: Session; window: number | null; key: string; path: string };
/** What was asked before in this world, so that it can be asked again. */
const asked = new WeakMap<World, Asked[]>();
const remembered = (world: World): Asked[] => asked.get(world) ?? [];
const personAt = (world: World, i: number): Person => world.people[i] as Person;
const sessionAt = (ledger: Ledger, i: number): Session => ledger.sessions[i % ledger.sessions.length] as Session;

const wishes = { who: person, account, session, window };
type Wished = { who: number; account: number | null; session: number; window: number | null };

const booking =
  (draw: Wished & { path: string }): Plan =>
  (ledger, world) => {
    const on = sessionAt(ledger, draw.session);
    const at = draw.window === null ? null : on.starts + draw.window * (hours / 2);
    const one = { ...draw, account: draw.account ?? draw.who, session: on, window: at, key: newKey() };
    asked.set(world, [...remembered(world), one]);
    return bookAct(world, one);
  };

/** Books over the web, in the line of the process or on its own. */
export const bookPlan: fc.Arbitrary<Plan> = fc.record({ ...wishes, path }).map(booking);
/** One of many who book at the same moment. */
export const rushPlan: fc.Arbitrary<Plan> = fc.record({ ...wishes, path: fc.constant('together') }).map(booking);

/** Some people at once, each for a number of the same clinic, in which there may be one left. */
export const crowdPlans: fc.Arbitrary<Plan[]> = fc
  .record({ pick: fc.nat(29), people: fc.uniqueArray(person, { minLength: 2, maxLength: 4 }), path })
  .map(({ pick, people, path }) =>
    people.map(
      (who): Plan =>
        (ledger, world) => {
          const open = ledger.sessions.flatMap((one, i) => (isFree(ledger, one) ? [i] : []));
          const session = open[pick % open.length];
          return session === undefined
            ? null
            : booking({ who, account: who, session, window: null, path })(ledger, world);
        },
    ),
  );
/** One person who books several clinics at once, perhaps more than anybody may. */
export const greedyPlans: fc.Arbitrary<Plan[]> = fc
  .record({ who: person, sessions: fc.uniqueArray(fc.nat(8), { minLength: 2, maxLength: 4 }), path })
  .map(({ who, sessions, path }) =>
    sessions.map((session) => booking({ who, account: who, session, window: null, path })),
  );
const isFree = (ledger: Ledger, session: Session): boolean =>
  shutBy(ledger, session) === null && session.tickets.some((t) => t.pool === 'public' && t.status === 'free');

/** Sends an earlier booking again under its key: the same wish, or another. */
export const repeatPlan: fc.Arbitrary<Plan> = fc
  .record({ pick: fc.nat(7), other: fc.option(session, { freq: 2 }), path })
  .map(
    ({ pick, other, path }): Plan =>
      (ledger, world) => {
        const before = remembered(world).slice(-8);
        const one = before[pick % before.length];
        if (!one) return null;
        return bookAct(world, { ...one, path, ...(other === null ? {} : { session: sessionAt(ledger, other) }) });
      },
  );

function bookAct(world: World, one: Asked): Act {
  const [who, holder] = [personAt(world, one.who), personAt(world, one.account)];
  const { facility: facilityId, id: sessionId } = one.session;
  const input = {
    ...{ key: one.key, facilityId, sessionId, residentId: who.residentId },
    ...(one.window === null ? {} : { windowStart: new Date(one.window) }),
  };
  const wish: Wish = {
    ...{ session: sessionId, resident: who.residentId, account: holder.accountId, key: one.key, window: one.window },
    ...{ asked: `${sessionId} ${one.window}`, inLine: one.path === 'together' },
  };
  return {
    text: `p${one.account} books ${nameOf(world, sessionId)} for p${one.who}${one.window ? ` at ${new Date(one.window).toISOString()}` : ''}, ${one.path}, key ${one.key.slice(0, 4)}`,
    run: async (_, db) => {
      const ctx = world.as.resident(holder, db);
      if (one.path === 'together') return made(await book(ctx, input));
      await expectReach(ctx, input.residentId);
      const { facilityId, appointmentId } = await makeBooking(ctx, wishOf(ctx, input));
      return made(await getAppointment(ctx, facilityId, appointmentId));
    },
    next: (before, answer, slack) =>
      mayActFor(world, one.account, one.who)
        ? afterBooking(before, wish, answer, slack)
        : ifRefused(answer, 'resident-not-found', before),
  };
}

/** Changes an appointment for another number, in the same clinic or elsewhere. */
export const reschedulePlan: fc.Arbitrary<Plan> = fc.record({ pick: fc.nat(29), account, session }).map(
  (draw): Plan =>
    (ledger, world) => {
      const old = pickAppointment(ledger, draw.pick);
      if (!old) return null;
      const who = world.people.findIndex((p) => p.residentId === old.resident);
      const by = draw.account ?? who;
      const holder = personAt(world, by);
      const on = sessionAt(ledger, draw.session);
      const from = ledger.sessions.find((s) => s.id === old.session)?.facility ?? '';
      const wish: Wish = {
        ...{
          session: on.id,
          resident: old.resident,
          account: holder.accountId,
          key: newKey(),
          asked: '',
          window: null,
        },
        replaces: old,
      };
      const input = { key: wish.key, facilityId: on.facility, sessionId: on.id };
      return {
        text: `p${by} changes ${shown(world, old)} to ${nameOf(world, on.id)}`,
        run: async (_, db) =>
          made(
            await reschedule(world.as.resident(holder, db), { ...input, fromFacilityId: from, appointmentId: old.id }),
          ),
        next: (before, answer, slack) =>
          mayActFor(world, by, who)
            ? afterBooking(before, wish, answer, slack)
            : ifRefused(answer, 'appointment-not-found', before),
      };
    },
);

/** 加号: the manager adds a number for somebody who is at the desk. */
export const extraPlan: fc.Arbitrary<Plan> = fc.record({ who: person, session }).map(
  (draw): Plan =>
    (ledger, world) => {
      const on = sessionAt(ledger, draw.session);
      const who = personAt(world, draw.who);
      const staff = world.as.staff(on.facility, world.db);
      const key = newKey();
      const wish: Wish = {
        ...{ session: on.id, resident: who.residentId, account: staff.actor.accountId, key, asked: '', window: null },
        extra: true,
      };
      const input = {
        key,
        sessionId: on.id,
        residentName: who.name,
        residentIdNumber: who.idNumber,
        reason: '病情需要',
      };
      return {
        text: `the desk adds a number of ${nameOf(world, on.id)} for p${draw.who}`,
        run: async (_, db) => {
          const { facilityId, appointmentId } = await addExtra({ ...staff, db }, input);
          return made(await viewOf(db, facilityId, appointmentId));
        },
        next: (before, answer, slack) => afterBooking(before, wish, answer, slack),
      };
    },
);

/** What staff made, whose reading leaves no trace. */
export async function viewOf({ pool }: Database, facilityId: string, appointmentId: string) {
  const { rows } = await pool.query<{ id: string; sessionId: string; ticketNumber: number; status: string }>({
    name: 'model-appointment',
    text: `select id, session_id as "sessionId", ticket_number as "ticketNumber", status from appointments
           where facility_id = $1 and id = $2`,
    values: [facilityId, appointmentId],
  });
  if (!rows[0]) throw new Error('an appointment was acknowledged and is not there');
  return rows[0];
}
