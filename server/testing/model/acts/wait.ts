import fc from 'fast-check';
import { acceptWait, leaveWaitlist } from '../../../waitlist/decide-wait.ts';
import { waitlistJobs } from '../../../waitlist/jobs.ts';
import { joinWaitlist } from '../../../waitlist/join-waitlist.ts';
import { nameOf, type Plan } from '../act.ts';
import { done, made } from '../answer.ts';
import { isOpen, type Ledger, type Session, sessionOf, type Wait } from '../ledger.ts';
import { afterServing } from '../serve.ts';
import { afterAccept, afterJoin, afterLeave } from '../wait.ts';
import { mayActFor, type Person, type World } from '../world.ts';
import { account, person, viewOf } from './book.ts';

const anywhere = fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const full = (session: Session) => !session.tickets.some((t) => t.pool === 'public' && t.status === 'free');
const holderOf = (world: World, wait: Wait) => world.people.findIndex((one) => one.residentId === wait.resident);
const shown = (world: World, w: Wait) =>
  `${nameOf(world, w.resident)}'s wait for ${nameOf(world, w.session)} (${w.state})`;

type Joining = { who: number; account: number | null; pick: number; anywhere: boolean };

const joining =
  (draw: Joining): Plan =>
  (ledger, world) => {
    const wanted = ledger.sessions.filter((one) => draw.anywhere || full(one));
    const on = wanted[draw.pick % wanted.length];
    if (!on) return null;
    const by = draw.account ?? draw.who;
    const [who, holder] = [world.people[draw.who] as Person, world.people[by] as Person];
    const input = { facilityId: on.facility, sessionId: on.id, residentId: who.residentId };
    const wish = { session: on.id, resident: who.residentId, mine: mayActFor(world, by, draw.who) };
    return {
      text: `p${by} joins the line of ${nameOf(world, on.id)} for p${draw.who}`,
      run: async (_, db) => done((await joinWaitlist(world.as.resident(holder, db), input)).id),
      next: (before, answer, slack) => afterJoin(before, wish, answer, slack),
    };
  };

/** Somebody waits for a full clinic, or asks to where there is no need. */
export const joinPlan: fc.Arbitrary<Plan> = fc
  .record({ who: person, account, pick: fc.nat(29), anywhere })
  .map(joining);
/** Some people, one after the other, for the same full clinic. */
export const linePlans: fc.Arbitrary<Plan[]> = fc
  .record({ pick: fc.nat(29), people: fc.uniqueArray(person, { minLength: 1, maxLength: 3 }) })
  .map(({ pick, people }) => people.map((who) => joining({ who, account: null, pick, anywhere: false })));

/** Mostly one who was asked, else one of those who came last. */
function pickWait(ledger: Ledger, pick: number): Wait | null {
  const offered = ledger.waits.filter((w) => w.state === 'offered');
  const list = offered.length > 0 && pick % 5 > 0 ? offered : ledger.waits.slice(-4);
  return list[pick % list.length] ?? null;
}

/** The person asked takes the number, perhaps too late, perhaps again, perhaps not the own one. */
export const acceptPlan: fc.Arbitrary<Plan> = fc.record({ pick: fc.nat(29), account }).map(
  (draw): Plan =>
    (ledger, world) => {
      const wait = pickWait(ledger, draw.pick);
      if (!wait) return null;
      const who = holderOf(world, wait);
      const by = draw.account ?? who;
      const holder = world.people[by] as Person;
      const { facility: facilityId } = sessionOf(ledger, wait.session);
      const which = { id: wait.id, mine: mayActFor(world, by, who), account: holder.accountId };
      return {
        text: `p${by} takes the number of ${shown(world, wait)}`,
        run: async (_, db) => {
          const { appointmentId } = await acceptWait(world.as.resident(holder, db), { facilityId, entryId: wait.id });
          return made(await viewOf(db, facilityId, appointmentId));
        },
        next: (before, answer) => afterAccept(before, which, answer),
      };
    },
);

export const leavePlan: fc.Arbitrary<Plan> = fc.record({ pick: fc.nat(29), account }).map(
  (draw): Plan =>
    (ledger, world) => {
      const wait = pickWait(ledger, draw.pick);
      if (!wait) return null;
      const who = holderOf(world, wait);
      const by = draw.account ?? who;
      const { facility: facilityId } = sessionOf(ledger, wait.session);
      return {
        text: `p${by} leaves ${shown(world, wait)}`,
        run: async (_, db) => {
          const ctx = world.as.resident(world.people[by] as Person, db);
          await leaveWaitlist(ctx, { facilityId, entryId: wait.id });
          return done('left');
        },
        next: (before, answer) => afterLeave(before, { id: wait.id, mine: mayActFor(world, by, who) }, answer),
      };
    },
);

/** The job that a returned number or a stopped clinic queues, sooner or later, perhaps in vain. */
export const servePlan: fc.Arbitrary<Plan> = fc.nat(29).map(
  (pick): Plan =>
    (ledger, world) => {
      const lines = ledger.sessions.filter((one) => ledger.waits.some((w) => w.session === one.id && isOpen(w)));
      const resting = lines.filter((one) => one.tickets.some((t) => t.status === 'quarantined'));
      const list = resting.length > 0 && pick % 5 > 0 ? resting : lines;
      const on = list[pick % list.length];
      if (!on) return null;
      return {
        text: `the line of ${nameOf(world, on.id)} is served`,
        run: async (_, db) => {
          const session = { facilityId: on.facility, sessionId: on.id };
          await waitlistJobs['waitlist-serve'](session, world.as.system(db));
          return done('served');
        },
        next: (before, answer) => (answer.kind === 'done' ? [afterServing(before, on.id)] : []),
      };
    },
);
