import fc from 'fast-check';
import type { Database } from '#db/client.ts';
import { enterOwn, withdrawEntry } from '../../../draws/enter-own.ts';
import { drawJobs } from '../../../draws/jobs.ts';
import { markSession } from '../../../draws/mark-session.ts';
import { nameOf, type Plan } from '../act.ts';
import { done } from '../answer.ts';
import { afterEntering, afterMark, afterWithdrawing } from '../draw.ts';
import { afterHolding, isUnderWay, type Shown } from '../hold-draw.ts';
import { type Session, sessionOf } from '../ledger.ts';
import { mayActFor, type Person } from '../world.ts';
import { account, person } from './book.ts';

type Outcome = { commitment: string; shown: Shown };
type Row = { commitment?: string; seed: string | null } & { [P in 'places' | 'won']: Shown[P] | null };

/** The promise of a draw and what became of it, as the public page shows them. */
async function outcomeOf({ pool }: Database, { facility, id }: Session): Promise<Outcome> {
  const { rows } = await pool.query<Row>({
    name: 'model-draw',
    text: `select commitment, seed, (
             select json_object_agg(e.id, e.place) from draw_entries e
             where e.facility_id = w.facility_id and e.session_id = w.session_id and e.place is not null) as places, (
             select json_object_agg(e.id, e.appointment_id) from draw_entries e
             where e.facility_id = w.facility_id and e.session_id = w.session_id and e.status = 'won') as won
           from draws w where facility_id = $1 and session_id = $2`,
    values: [facility, id],
  });
  const { commitment = '-', seed, places, won } = rows[0] ?? {};
  return { commitment, shown: { seed: seed ?? '-', places: places ?? {}, won: won ?? {} } };
}

const untouched = (session: Session) => session.tickets.every((t) => t.status === 'free');

/** The manager gives a clinic by draw that nobody has booked yet, or tries it with one that is half sold. */
export const markPlan: fc.Arbitrary<Plan> = fc
  .record({ pick: fc.nat(29), minutes: fc.constantFrom(30, 45, 120), anywhere: fc.nat(4) })
  .map(
    ({ pick, minutes, anywhere }): Plan =>
      (ledger, world) => {
        const wanted = ledger.sessions.filter((one) => anywhere === 0 || untouched(one));
        const on = wanted[pick % wanted.length];
        if (!on) return null;
        return {
          text: `the manager gives ${nameOf(world, on.id)} by draw, after requests of ${minutes} minutes`,
          run: async (_, db) => {
            await markSession(world.as.staff(on.facility, db), { sessionId: on.id, minutes, reason: '号源紧张' });
            return done((await outcomeOf(db, on)).commitment);
          },
          next: (before, answer) => afterMark(before, { session: on.id, minutes }, answer),
        };
      },
  );

type Entering = { who: number; account: number | null; pick: number };

const entering =
  (draw: Entering): Plan =>
  (ledger, world) => {
    const session = ledger.draws.toReversed()[draw.pick % ledger.draws.length]?.session;
    if (!session) return null;
    const { facility: facilityId } = sessionOf(ledger, session);
    const by = draw.account ?? draw.who;
    const [who, holder] = [world.people[draw.who] as Person, world.people[by] as Person];
    const input = { facilityId, sessionId: session, residentId: who.residentId };
    const mine = mayActFor(world, by, draw.who);
    const wish = { session, resident: who.residentId, account: holder.accountId, mine };
    return {
      text: `p${by} asks in the draw of ${nameOf(world, session)} for p${draw.who}`,
      run: async (_, db) => done((await enterOwn(world.as.resident(holder, db), input)).entryId),
      next: (before, answer) => afterEntering(before, wish, answer),
    };
  };

/** Somebody asks for a number of a clinic that is given by draw. */
export const enterPlan: fc.Arbitrary<Plan> = fc.record({ who: person, account, pick: fc.nat(29) }).map(entering);
/** Some people at once, in the draw that was marked last. */
export const entrantPlans: fc.Arbitrary<Plan[]> = fc
  .uniqueArray(person, { minLength: 3, maxLength: 5 })
  .map((people) => people.map((who) => entering({ who, account: null, pick: 0 })));

export const withdrawPlan: fc.Arbitrary<Plan> = fc.record({ pick: fc.nat(29), account }).map(
  (draw): Plan =>
    (ledger, world) => {
      const all = ledger.draws.flatMap(({ session, requests }) => requests.map((one) => ({ ...one, session })));
      const request = all[draw.pick % all.length];
      if (!request) return null;
      const who = world.people.findIndex((one) => one.residentId === request.resident);
      const by = draw.account ?? who;
      const { facility: facilityId } = sessionOf(ledger, request.session);
      const which = { id: request.id, mine: mayActFor(world, by, who) };
      return {
        text: `p${by} takes p${who}'s request in the draw of ${nameOf(world, request.session)} back (${request.status})`,
        run: async (_, db) => {
          const ctx = world.as.resident(world.people[by] as Person, db);
          await withdrawEntry(ctx, { facilityId, sessionId: request.session, entryId: request.id });
          return done('withdrawn');
        },
        next: (before, answer) => afterWithdrawing(before, which, answer),
      };
    },
);

/** The job of a draw, mostly of one that is due. */
export const drawPlan: fc.Arbitrary<Plan> = fc.nat(29).map(
  (pick): Plan =>
    (ledger, world) => {
      const due = ledger.draws.filter((one) => one.status === 'intake' && one.closesAt <= ledger.now);
      const list = due.length > 0 && pick % 5 > 0 ? due : ledger.draws;
      const session = list[pick % list.length]?.session;
      if (!session) return null;
      const on = sessionOf(ledger, session);
      return {
        text: `the draw of ${nameOf(world, session)} is held`,
        run: async (_, db) => {
          await drawJobs['draws-perform']({ facilityId: on.facility, sessionId: session }, world.as.system(db));
          return done(JSON.stringify((await outcomeOf(db, on)).shown));
        },
        next: (before, answer) => afterHolding(before, session, answer),
        isUnderWay: (after) => isUnderWay(after, session),
      };
    },
);
