import fc from 'fast-check';
import { crashing, type Plan } from './act.ts';
import { bookPlan, crowdPlans, extraPlan, greedyPlans, repeatPlan, reschedulePlan, rushPlan } from './acts/book.ts';
import { drawPlan, enterPlan, markPlan, withdrawPlan } from './acts/draw.ts';
import { judgePlan, readPlan } from './acts/miss.ts';
import { capacityPlan, stopPlan, substitutePlan } from './acts/plan.ts';
import { cancelPlan, checkInPlan, decidePlan, hospitalPlan, makeWayPlan } from './acts/settle.ts';
import { deadlinePlan, minutePlan, waitPlan } from './acts/time.ts';
import { acceptPlan, joinPlan, leavePlan, servePlan } from './acts/wait.ts';
import { type Command, Step } from './step.ts';
import { stories } from './stories.ts';

const of = (weight: number, arbitrary: fc.Arbitrary<Plan>) => ({ weight, arbitrary });

/** What people and hospitals do; several of these may happen at the same moment. */
const deed = fc.oneof(
  of(12, bookPlan),
  of(5, repeatPlan),
  of(4, cancelPlan),
  of(4, reschedulePlan),
  of(2, extraPlan),
  of(4, hospitalPlan),
  of(3, decidePlan),
  of(2, checkInPlan),
  of(1, stopPlan),
  of(2, capacityPlan),
  of(1, substitutePlan),
  of(7, joinPlan),
  of(4, makeWayPlan),
  of(5, acceptPlan),
  of(1, leavePlan),
  of(6, enterPlan),
  of(1, withdrawPlan),
  of(2, drawPlan),
);
const alone = fc.oneof(
  of(4, waitPlan),
  of(5, deadlinePlan),
  of(3, minutePlan),
  of(3, servePlan),
  of(2, markPlan),
  of(3, drawPlan),
  of(2, readPlan),
  of(2, judgePlan),
);

const single = fc.oneof(of(4, deed), of(2, alone)).map((plan) => new Step([plan]));
const together = fc.array(deed, { minLength: 2, maxLength: 4 }).map((plans) => new Step(plans));
/** The same thing twice or thrice at once: two taps, two clerks. */
const twice = fc
  .record({ plan: fc.oneof(of(9, deed), of(9, bookPlan), of(2, drawPlan)), times: fc.integer({ min: 2, max: 3 }) })
  .map(({ plan, times }) => new Step(Array(times).fill(plan)));
/** All of them in the line of one process. */
const rush = fc.array(rushPlan, { minLength: 4, maxLength: 8 }).map((plans) => new Step(plans, { among: 1 }));
/** Several people who want the same clinic, or one who wants several, each time by different processes. */
const crowd = fc.oneof(crowdPlans, greedyPlans).map((plans) => new Step(plans));
const cut = fc
  .record({
    plan: fc.oneof(of(9, deed), of(1, servePlan), of(1, drawPlan)),
    at: fc.integer({ min: 1, max: 16 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  })
  .map(({ plan, at, when }) => new Step([plan], { form: (act) => crashing(act, at, when) }));

const many = (times: number, kind: fc.Arbitrary<Command>) => Array<fc.Arbitrary<Command>>(times).fill(kind);
/** fast-check chooses evenly among these: most steps are one command, some several at once, some are cut off. */
const kinds = [
  ...many(8, single),
  ...many(4, together),
  ...many(2, twice),
  ...many(3, rush),
  ...many(3, crowd),
  ...many(2, cut),
  ...many(2, stories.draw),
  stories.lostClinic,
  stories.keptNumber,
  stories.missedVisits,
];
export const histories = (maxCommands: number) => fc.commands(kinds, { maxCommands, size: 'max' });
