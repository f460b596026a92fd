import fc from 'fast-check';
import type { Database } from '#db/client.ts';
import { crashing, type Plan } from './act.ts';
import { bookPlan, extraPlan, repeatPlan, reschedulePlan, rushPlan } from './acts/book.ts';
import { judgePlan, readPlan } from './acts/miss.ts';
import { capacityPlan, stopPlan, substitutePlan } from './acts/plan.ts';
import { cancelPlan, checkInPlan, decidePlan, hospitalPlan, makeWayPlan } from './acts/settle.ts';
import { minutePlan, waitPlan } from './acts/time.ts';
import { acceptPlan, joinPlan, leavePlan, servePlan } from './acts/wait.ts';
import type { Ledger } from './ledger.ts';
import { walk } from './walk.ts';
import type { World } from './world.ts';

/** What fast-check hands from command to command: the model, replaced as a whole. */
export type Model = { ledger: Ledger };
export type Real = { world: World; processes: Database[] };
type Command = fc.AsyncCommand<Model, Real>;

const of = (weight: number, arbitrary: fc.Arbitrary<Plan>) => ({ weight, arbitrary });

/** What people and hospitals do; several of these may happen at the same moment. */
const deed = fc.oneof(
  of(12, bookPlan),
  of(3, repeatPlan),
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
);
const alone = fc.oneof(of(4, waitPlan), of(2, minutePlan), of(4, servePlan), of(1, readPlan), of(1, judgePlan));

class Step implements Command {
  readonly #plans: Plan[];
  readonly #form: (acts: ReturnType<Plan>) => ReturnType<Plan>;
  readonly #among: number | undefined;
  #said = '';
  constructor(plans: Plan[], form: (act: ReturnType<Plan>) => ReturnType<Plan> = (act) => act, among?: number) {
    this.#plans = plans;
    this.#form = form;
    this.#among = among;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, { world, processes }: Real): Promise<void> {
    const acts = this.#plans.flatMap((plan) => this.#form(plan(model.ledger, world)) ?? []);
    if (acts.length === 0) return;
    this.#said = acts.map((act) => act.text).join('\n  and at once ');
    model.ledger = await walk(world, model.ledger, acts, processes.slice(0, this.#among));
  }
  toString(): string {
    return `\n  ${this.#said}`;
  }
}

type Kind = fc.Arbitrary<Command>;
const steps: Kind[] = [
  fc.oneof(of(4, deed), of(1, alone)).map((plan) => new Step([plan])),
  fc.array(deed, { minLength: 2, maxLength: 4 }).map((plans) => new Step(plans)),
  // the same thing twice or thrice at once: two taps, two clerks
  fc
    .record({ plan: fc.oneof(deed, bookPlan), times: fc.integer({ min: 2, max: 3 }) })
    .map(({ plan, times }) => new Step(Array(times).fill(plan))),
  // a rush: all of them in the line of one process
  fc.array(rushPlan, { minLength: 4, maxLength: 8 }).map((plans) => new Step(plans, (act) => act, 1)),
  fc
    .record({
      plan: fc.oneof(of(9, deed), of(1, servePlan)),
      at: fc.integer({ min: 1, max: 16 }),
      when: fc.constantFrom('before', 'after'),
    })
    .map(({ plan, at, when }) => new Step([plan], (act) => act && crashing(act, at, when as 'before' | 'after'))),
];

/** fast-check chooses evenly among these: most steps are one command, some several at once, some are cut off. */
const [single, together, twice, rush, cut] = steps as [Kind, Kind, Kind, Kind, Kind];
export const histories = (maxCommands: number) =>
  fc.commands([single, single, single, single, together, together, twice, rush, rush, cut], {
    maxCommands,
    size: 'max',
  });
