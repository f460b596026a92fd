import fc from 'fast-check';
import { conductJobs } from '../../../conduct/jobs.ts';
import { markRead } from '../../../notices/queries.ts';
import type { Plan } from '../act.ts';
import { done } from '../answer.ts';
import { afterJudging, afterReading } from '../miss.ts';
import type { Person } from '../world.ts';

const reading =
  (i: number): Plan =>
  (_, world) => {
    const person = world.people[i] as Person;
    return {
      text: `p${i} reads the messages`,
      run: async (_, db) => {
        await markRead(world.as.resident(person, db), [person.residentId], null);
        return done('read');
      },
      next: (before) => [afterReading(before, person.residentId)],
    };
  };

/** Somebody opens the messages on the phone. */
export const readPlan: fc.Arbitrary<Plan> = fc.nat(5).map(reading);
/** Everybody does, one after the other. */
export const allReadPlans: Plan[] = [0, 1, 2, 3, 4, 5].map(reading);

/** The job that judges visits to which nobody came. */
export const judgePlan: fc.Arbitrary<Plan> = fc.constant((_, world) => ({
  text: 'missed visits are judged',
  run: async (_, db) => {
    await conductJobs['conduct-judge']({}, world.as.system(db));
    return done('judged');
  },
  next: (before) => [afterJudging(before)],
}));
