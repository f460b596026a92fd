import fc from 'fast-check';
import { stopSession } from '../../../booking/stop-session.ts';
import { changeSession } from '../../../schedules/change-session.ts';
import { type Act, nameOf, type Plan } from '../act.ts';
import { done } from '../answer.ts';
import type { Ledger, Session } from '../ledger.ts';
import { afterCapacity, afterSubstitute } from '../plan.ts';
import { afterStop } from '../settle.ts';
import type { World } from '../world.ts';

const session = fc.nat(8);
const reason = '医生外出';
const sessionAt = (ledger: Ledger, i: number) => ledger.sessions[i % ledger.sessions.length] as Session;

function stopping({ id: sessionId, facility: facilityId }: Session, world: World): Act {
  return {
    text: `the manager stops ${nameOf(world, sessionId)}`,
    run: async (_, db) =>
      done((await stopSession(world.as.staff(facilityId, db), { facilityId, sessionId, reason })).affected),
    next: (before, answer, slack) =>
      afterStop(before, sessionId, slack).flatMap(({ after, affected }) =>
        answer.kind === 'done' && answer.what === String(affected) ? [after] : [],
      ),
    again: (before, answer, slack) =>
      answer.kind === 'done' && answer.what === '0'
        ? afterStop(before, sessionId, slack).map(({ after }) => after)
        : [],
    shuts: true,
  };
}

export const stopPlan: fc.Arbitrary<Plan> = session.map(
  (i): Plan =>
    (ledger, world) =>
      stopping(sessionAt(ledger, i), world),
);
/** … in which somebody has a number. */
export const stopBookedPlan: fc.Arbitrary<Plan> = fc.nat(29).map(
  (pick): Plan =>
    (ledger, world) => {
      const stands = (s: Session) =>
        ledger.appointments.some((a) => a.session === s.id && a.seat && a.status !== 'arrived');
      const booked = ledger.sessions.filter((one) => one.status === 'published' && stands(one));
      const on = booked[pick % booked.length];
      return on ? stopping(on, world) : null;
    },
);

export const capacityPlan: fc.Arbitrary<Plan> = fc.record({ session, capacity: fc.integer({ min: 1, max: 4 }) }).map(
  (draw): Plan =>
    (ledger, world) => {
      const { id, facility } = sessionAt(ledger, draw.session);
      const wish = { session: id, capacity: draw.capacity };
      return {
        text: `the manager gives ${nameOf(world, id)} ${draw.capacity} numbers`,
        run: async (_, db) => {
          await changeSession(world.as.staff(facility, db), { sessionId: id, capacity: draw.capacity, reason });
          return done('changed');
        },
        next: (before, answer, slack) => afterCapacity(before, wish, answer, slack),
        shuts: true,
      };
    },
);

export const substitutePlan: fc.Arbitrary<Plan> = fc.record({ session, doctor: fc.nat(1) }).map(
  (draw): Plan =>
    (ledger, world) => {
      const { id, facility } = sessionAt(ledger, draw.session);
      const doctor = world.doctors[facility]?.[draw.doctor] ?? '';
      return {
        text: `the manager gives ${nameOf(world, id)} to ${doctor}`,
        run: async (_, db) => {
          await changeSession(world.as.staff(facility, db), { sessionId: id, practitionerId: doctor, reason });
          return done('changed');
        },
        next: (before, answer) => afterSubstitute(before, { session: id, doctor }, answer),
        shuts: true,
      };
    },
);
