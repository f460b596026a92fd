import fc from 'fast-check';
import { bookingJobs } from '../../../booking/jobs.ts';
import { waitlistJobs } from '../../../waitlist/jobs.ts';
import type { Act, Plan } from '../act.ts';
import { done } from '../answer.ts';
import { cloneOf, hours, type Ledger, type Session } from '../ledger.ts';
import { afterTick } from '../serve.ts';
import { afterMinute } from '../settle.ts';
import type { World } from '../world.ts';

const [second, minute] = [1000, 60_000];
/** Steps that meet deadlines exactly, pass them by a second, or leave a day behind. */
const steps = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 15 }).map((n) => n * minute) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }).map((n) => n * hours) },
  { weight: 1, arbitrary: fc.constant(24 * hours) },
);
const longest = 4 * 24 * hours;

/** The clock moves on, while there is a clinic left to speak of. */
function passing(ledger: Ledger, world: World, ms: number): Act | null {
  const first = Math.min(...ledger.sessions.map((s) => s.starts));
  if (ledger.now + ms > first + longest) return null;
  return {
    text: `${ms / minute} minutes pass`,
    run: async () => {
      world.clock.at += ms;
      return done('passed');
    },
    next: (before) => [{ ...cloneOf(before), now: before.now + ms }],
  };
}

export const waitPlan: fc.Arbitrary<Plan> = steps.map(
  (ms): Plan =>
    (ledger, world) =>
      passing(ledger, world, ms),
);

/** … to one of the next deadlines, so that what comes next meets it to the second, or is just late. */
export const deadlinePlan: fc.Arbitrary<Plan> = fc.nat(2).map(
  (pick): Plan =>
    (ledger, world) =>
      passingTo(deadlinesOf(ledger), pick, ledger, world),
);
/** … to the next opening or close of a draw. */
export const drawTimePlan: Plan = (ledger, world) => passingTo(drawTimes(ledger), 0, ledger, world);

/** Just before an instant, on it, a little later. */
const late = fc.constantFrom(-second, 0, second, 2 * minute);
const toEnd = (endsOf: (ledger: Ledger) => number[]): fc.Arbitrary<Plan> =>
  late.map(
    (ms): Plan =>
      (ledger, world) =>
        passingTo(
          endsOf(ledger).map((at) => at + ms),
          0,
          ledger,
          world,
          24 * hours,
        ),
  );

function passingTo(deadlines: number[], pick: number, ledger: Ledger, world: World, within = 5 * hours): Act | null {
  // each act takes place a second after the one before it
  const next = deadlines.filter((at) => at > ledger.now + 2 * second && at <= ledger.now + within);
  const at = next.sort((a, b) => a - b)[pick % next.length];
  return at === undefined ? null : passing(ledger, world, at - ledger.now - 2 * second);
}

const drawTimes = ({ draws }: Pick<Ledger, 'draws'>): number[] =>
  draws.flatMap((one) => (one.status === 'intake' ? [one.opensAt, one.closesAt] : []));
const waitEnds = ({ waits }: Pick<Ledger, 'waits'>): number[] =>
  waits.flatMap((one) => (one.state === 'offered' && one.until !== '-' ? [one.until] : []));
const offerEnds = ({ offers }: Pick<Ledger, 'offers'>): number[] =>
  offers.flatMap((one) => (one.status === 'open' ? [one.expiresAt] : []));
const deadlinesOf = (ledger: Ledger): number[] => [...drawTimes(ledger), ...waitEnds(ledger), ...offerEnds(ledger)];

/** … to the end of what is kept for somebody on a waiting list, or for who lost a number. */
export const waitEndPlan: fc.Arbitrary<Plan> = toEnd(waitEnds);
export const offerEndPlan: fc.Arbitrary<Plan> = toEnd(offerEnds);

const bookedIn = ({ appointments }: Ledger, session: Session): number =>
  appointments.filter((a) => a.session === session.id && a.status === 'booked').length;
/** … to the beginning of a clinic for which two or more have a number. */
export const clinicPlan: Plan = (ledger, world) => {
  const awaited = ledger.sessions.filter((one) => bookedIn(ledger, one) > 1);
  return passingTo(
    awaited.map((one) => one.starts),
    0,
    ledger,
    world,
    2 * 24 * hours,
  );
};
/** … until those who did not come to a clinic can be judged. */
export const graceOverPlan: Plan = (ledger, world) =>
  passingTo(
    ledger.sessions.map((one) => one.ends + 2 * hours + second),
    0,
    ledger,
    world,
  );

/** The jobs of every minute, whenever they come. */
export const minutePlan: fc.Arbitrary<Plan> = fc.constant((_, world) => ({
  text: 'the minute job runs',
  run: async (_, db) => {
    await bookingJobs['booking-expire-holds']({}, world.as.system(db));
    await waitlistJobs['waitlist-tick']({}, world.as.system(db));
    return done('ran');
  },
  next: (before, answer) => (answer.kind === 'done' ? afterMinute(before).map(afterTick) : []),
}));
