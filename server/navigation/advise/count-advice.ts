import { randomInt } from 'node:crypto';
import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';

export type AdviceEvent = {
  rules: string;
  model: string;
  outcome: 'advice' | 'emergency' | 'crisis' | 'fever';
  ruleId: string;
  advised: string;
  sureness: '' | 'sure' | 'likely' | 'unsure';
  chosen: string;
  rank: number;
};

/** Rows that one sum is spread over, so that many at once do not wait for each other. */
const slots = 8;

/** Adds one to the day's sum of this outcome: no person, no words, no place (E19). Not counted again on a retry. */
export async function countAdvice({ db, clock }: Pick<Context, 'db' | 'clock'>, event: AdviceEvent): Promise<void> {
  await db.pool.query({
    name: 'count-advice',
    text: `insert into advice_counts (day, rules_version, model_version, outcome, rule_id, advised, sureness, chosen, rank, slot, count)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
           on conflict on constraint advice_counts_pk do update set count = advice_counts.count + 1`,
    values: [
      ...[regionDay(clock.now()), event.rules, event.model, event.outcome, event.ruleId, event.advised],
      ...[event.sureness, event.chosen, event.rank, randomInt(slots)],
    ],
  });
}
