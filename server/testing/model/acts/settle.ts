import fc from 'fast-check';
import type { Database } from '#db/client.ts';
import { cancel } from '../../../booking/cancel.ts';
import { decideOffer } from '../../../booking/decide-offer.ts';
import { confirmAppointment, loseTicket, rejectAppointment } from '../../../booking/settle-held.ts';
import { checkInAtDesk } from '../../../queues/check-in.ts';
import { type Act, nameOf, type Plan, pickAppointment, shown } from '../act.ts';
import { done, ifRefused, made } from '../answer.ts';
import type { Appointment, Ledger } from '../ledger.ts';
import { sessionOf } from '../ledger.ts';
import { afterDecision } from '../offer.ts';
import { isWaited } from '../rest.ts';
import { afterCancel, afterCheckIn, afterConfirm, afterTaken } from '../settle.ts';
import { mayActFor, type Person, type World } from '../world.ts';
import { account, viewOf } from './book.ts';

const pick = fc.nat(29);
const placeOf = (ledger: Ledger, a: Appointment) => ({
  facilityId: sessionOf(ledger, a.session).facility,
  appointmentId: a.id,
});
const holderOf = (world: World, a: { resident: string }) =>
  world.people.findIndex((one) => one.residentId === a.resident);

/** `waited`: where somebody waits for a number, so that it comes to them. */
const cancelling = ({ waited }: { waited: boolean }) =>
  fc.record({ pick, account }).map(
    (draw): Plan =>
      (ledger, world) => {
        const asked = ledger.appointments.filter((one) => one.seat && isWaited(ledger, sessionOf(ledger, one.session)));
        const a = waited ? asked[draw.pick % asked.length] : pickAppointment(ledger, draw.pick);
        if (!a) return null;
        const who = holderOf(world, a);
        const by = draw.account ?? who;
        const which = { id: a.id, mine: mayActFor(world, by, who) };
        const input = { ...placeOf(ledger, a), reason: '' };
        return {
          text: `p${by} cancels ${shown(world, a)}`,
          run: async (_, db) => done((await cancel(world.as.resident(world.people[by] as Person, db), input)).status),
          next: (before, answer) => afterCancel(before, which, answer),
        };
      },
  );
export const cancelPlan: fc.Arbitrary<Plan> = cancelling({ waited: false });
export const makeWayPlan: fc.Arbitrary<Plan> = cancelling({ waited: true });

/** What a hospital says about a booking it was told of: yes, no, the number is somebody's at the window. */
export const hospitalPlan: fc.Arbitrary<Plan> = fc
  .record({ pick, says: fc.constantFrom('yes', 'yes', 'no', 'taken', 'lost') })
  .map(
    ({ pick, says }): Plan =>
      (ledger, world) => {
        const own = ledger.appointments.filter((a) => {
          const facility = sessionOf(ledger, a.session).facility;
          return ledger.facilities.some((f) => f.id === facility && f.confirms);
        });
        const a = own.toReversed()[pick % Math.min(own.length, 6)];
        if (!a) return null;
        const which = placeOf(ledger, a);
        const text = `the hospital says ${says} to ${shown(world, a)}`;
        if (says === 'yes') {
          return {
            text,
            run: async (_, db) =>
              done((await confirmAppointment(world.as.system(db), which)).late ? 'late' : 'confirmed'),
            next: (before, answer) => afterConfirm(before, a.id, answer),
          };
        }
        const how = says === 'lost' ? ('lost' as const) : ('rejected' as const);
        const ticket = says === 'no' ? ('free' as const) : ('hospital' as const);
        const taken = { id: a.id, ticket, how };
        return {
          text,
          run: async (_, db) => {
            const ctx = world.as.system(db);
            const told = { ...which, reason: 'hospital' };
            const { changed } = await (how === 'lost'
              ? loseTicket(ctx, told)
              : rejectAppointment(ctx, { ...told, ticket }));
            return done(changed ? 'changed' : 'unchanged');
          },
          next: (before, answer, slack) => afterTaken(before, taken, answer, slack),
          again: (before, answer, slack) =>
            answer.kind === 'done' && answer.what === 'unchanged'
              ? afterTaken(before, taken, done('changed'), slack)
              : [],
        };
      },
  );

/** The resident answers an offer, perhaps too late, perhaps not the own one. */
export const decidePlan: fc.Arbitrary<Plan> = fc
  .record({ pick: fc.nat(9), account, accept: fc.boolean() })
  .map((draw) => deciding(draw));
/** … takes one of the latest. */
export const takeOfferPlan: fc.Arbitrary<Plan> = fc
  .nat(1)
  .map((pick) => deciding({ pick, account: null, accept: true }));

const deciding =
  (draw: { pick: number; account: number | null; accept: boolean }): Plan =>
  (ledger, world) => {
    const offers = ledger.offers.toReversed();
    const offer = offers[draw.pick % Math.min(offers.length, 4)];
    if (!offer) return null;
    const who = holderOf(world, offer);
    const by = draw.account ?? who;
    const holder = world.people[by] as Person;
    const facilityId = sessionOf(ledger, offer.session).facility;
    const mine = mayActFor(world, by, who);
    const decision = { lost: offer.lost, account: holder.accountId, mine, accept: draw.accept };
    const run: Act['run'] = async (_, db) => {
      const offerId = await newestOf(db, 'offers', 'appointment_id', facilityId, offer.lost);
      const input = { facilityId, offerId: offerId ?? '', accept: draw.accept };
      const { appointmentId } = await decideOffer(world.as.resident(holder, db), input);
      return appointmentId ? made(await viewOf(db, facilityId, appointmentId)) : done('declined');
    };
    return {
      text: `p${by} ${draw.accept ? 'accepts' : 'declines'} the offer of ${nameOf(world, offer.session)}#${offer.number} (${offer.status})`,
      run,
      // who got no answer finds on the own page what became of the offer
      retry: async (_, db) => {
        const id = await newestOf(db, 'appointments', 'replaces', facilityId, offer.lost);
        return id && offer.status === 'open' ? made(await viewOf(db, facilityId, id)) : run(world, db);
      },
      next: (before, answer) => afterDecision(before, decision, answer),
      again: (before, answer) =>
        ifRefused(answer, 'offer-decided', before).flatMap(() => afterDecision(before, decision, done('declined'))),
    };
  };

async function newestOf(db: Database, table: 'offers' | 'appointments', column: string, facility: string, id: string) {
  const { rows } = await db.pool.query<{ id: string }>({
    name: `model-newest-${table}`,
    text: `select id from ${table} where facility_id = $1 and ${column} = $2 order by created_at desc, id desc limit 1`,
    values: [facility, id],
  });
  return rows[0]?.id;
}

const checkingIn =
  (of: (ledger: Ledger) => Appointment | null | undefined): Plan =>
  (ledger, world) => {
    const a = of(ledger);
    if (!a) return null;
    const which = placeOf(ledger, a);
    return {
      text: `the desk checks ${shown(world, a)} in`,
      run: async (_, db) => {
        await checkInAtDesk(world.as.staff(which.facilityId, db), which);
        return done('here');
      },
      next: (before, answer) => afterCheckIn(before, a.id, answer),
    };
  };
export const checkInPlan: fc.Arbitrary<Plan> = pick.map((n) => checkingIn((ledger) => pickAppointment(ledger, n)));
/** … somebody of a clinic that is just held. */
export const arrivePlan: Plan = checkingIn((ledger) =>
  ledger.appointments.find((a) => {
    const { starts, ends } = sessionOf(ledger, a.session);
    return a.status === 'booked' && starts <= ledger.now + 2000 && ledger.now < ends;
  }),
);
