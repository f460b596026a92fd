import type { z } from 'zod';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { invalid, notFound } from '../kernel/errors.ts';
import type { Tx } from '../kernel/transaction.ts';
import { findPeople } from '../residents/queries.ts';
import { ageOn } from '../residents/rules.ts';
import { type Condition, conditionsOfAge, isCondition, mayHave } from './eligibility/conditions.ts';
import { judge as judgeMethod } from './eligibility/judge.ts';
import { eligibilityTableOn } from './eligibility/tables.ts';
import { openSheet } from './open-sheet.ts';
import { methodsFor } from './schema/methods.ts';
import type { eligibilityInput, eligibilityOutput } from './schema/service.ts';

type Judged = z.infer<typeof eligibilityOutput>;
type Asked = Omit<z.infer<typeof eligibilityInput>, 'residentId'>;

/** What the table of that day says of every method for this person; nothing is written, and nothing is refused by it. */
export async function getEligibility(
  ctx: ContextOf<'staff'>,
  { residentId, ...asked }: z.infer<typeof eligibilityInput>,
): Promise<Judged> {
  await openSheet(ctx, residentId);
  return judge(ctx.db.pool, residentId, asked);
}

/** The same, for a write: age adds its condition by itself, and a condition must be one that this person can have. */
export async function judge(db: Pick<Tx['client'], 'query'>, residentId: string, asked: Asked): Promise<Judged> {
  const person = (await findPeople(db, [residentId])).get(residentId);
  if (!person) throw notFound('planning-person');
  const told = asked.conditions.filter((word): word is Condition => isCondition(word) && mayHave(person.sex, word));
  if (told.length < asked.conditions.length) throw invalid('planning-condition');
  const all = [...new Set([...told, ...conditionsOfAge(ageOn(person.birthDate, asked.on))])];
  const table = eligibilityTableOn(asked.on);
  const stage = asked.need === 'continue' ? 'continue' : 'start';
  const { edition, from, source } = table;
  return {
    table: { edition, from, source },
    methods: methodsFor(person.sex).map((method) => judgeMethod(table, method, all, stage)),
  };
}

/** Late entries are taken for a year; nothing is of tomorrow. */
export function expectServedOn(day: string, now: Date): void {
  const today = regionDay(now);
  if (day > today) throw invalid('planning-day-ahead');
  if (Date.parse(today) - Date.parse(day) > 366 * 86_400_000) throw invalid('planning-day-too-old');
}
