import fc from 'fast-check';
import { bookingJobs } from '../../../booking/jobs.ts';
import { waitlistJobs } from '../../../waitlist/jobs.ts';
import type { Plan } from '../act.ts';
import { done } from '../answer.ts';
import { cloneOf, hours } from '../ledger.ts';
import { afterTick } from '../serve.ts';
import { afterMinute } from '../settle.ts';

const minute = 60_000;
/** Steps that meet deadlines exactly, pass them by a second, or leave a day behind. */
const steps = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 15 }).map((n) => n * minute) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }).map((n) => n * hours) },
  { weight: 1, arbitrary: fc.constant(24 * hours) },
);
const longest = 4 * 24 * hours;

/** The clock moves on. */
export const waitPlan: fc.Arbitrary<Plan> = steps.map(
  (ms): Plan =>
    (ledger, world) => {
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
    },
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
