import type fc from 'fast-check';
import type { Database } from '#db/client.ts';
import type { Act, Plan } from './act.ts';
import type { Ledger } from './ledger.ts';
import { walk } from './walk.ts';
import type { World } from './world.ts';

/** What fast-check hands from command to command: the model, replaced as a whole. */
export type Model = { ledger: Ledger };
export type Real = { world: World; processes: Database[] };
export type Command = fc.AsyncCommand<Model, Real>;

type Form = {
  /** What is done to each act before it takes place. */
  form?: (act: Act) => Act;
  /** Only so many of the processes take part. */
  among?: number;
};

/** What happens at one moment: one act, or several at once. */
export class Step implements Command {
  readonly #plans: Plan[];
  readonly #form: Form;
  #said = '';
  constructor(plans: Plan[], form: Form = {}) {
    this.#plans = plans;
    this.#form = form;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, { world, processes }: Real): Promise<void> {
    const { form = (act: Act) => act, among } = this.#form;
    const acts = this.#plans.flatMap((plan) => {
      const act = plan(model.ledger, world);
      return act ? [form(act)] : [];
    });
    if (acts.length === 0) return;
    this.#said = acts.map((act) => act.text).join('\n  and at once ');
    model.ledger = await walk(world, model.ledger, acts, processes.slice(0, among));
  }
  toString(): string {
    return `\n  ${this.#said}`;
  }
}

/** Several steps of which each needs the one before; given up as a whole where a counter-example is shortened. */
export class Story implements Command {
  readonly #steps: Step[];
  constructor(steps: Plan[][]) {
    this.#steps = steps.map((plans) => new Step(plans));
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    for (const step of this.#steps) await step.run(model, real);
  }
  toString(): string {
    return this.#steps.join('');
  }
}
