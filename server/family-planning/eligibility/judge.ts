import type { Advice, Method } from '../schema/methods.ts';
import { type Condition, groupOf, mayHave, passes } from './conditions.ts';
import type { EligibilityTable } from './tables.ts';

export type Category = 1 | 2 | 3 | 4;
/** What a table says of one condition and one method. */
export type Answer =
  | { kind: 'category'; category: Category; from: Category }
  | { kind: 'surgery'; advice: 'accept' | 'caution' | 'delay' | 'special' }
  /** Not said, or not said in this row: a clinician is asked. */
  | { kind: 'unknown' }
  | { kind: 'elsewhere' }
  /** The condition has nothing to do with the method, or is not one of the person who uses it. */
  | { kind: 'no-matter' };

export type Stage = 'start' | 'continue';
const classes = { A: 'accept', C: 'caution', D: 'delay', S: 'special' } as const;
const isClass = (cell: string): cell is keyof typeof classes => Object.hasOwn(classes, cell);

const isCategory = (n: number): n is Category => [1, 2, 3, 4].includes(n);

/** Reads a cell; `3-4` counts as the graver until a clinician has looked, and says that it might be less. */
export function readCell(cell: string, stage: Stage): Answer {
  if (cell === '-') return { kind: 'unknown' };
  if (cell === '.') return { kind: 'elsewhere' };
  if (cell === 'n') return { kind: 'no-matter' };
  if (isClass(cell)) return { kind: 'surgery', advice: classes[cell] };
  const [start, later] = cell.split('/');
  const [from, most] = ((stage === 'continue' && later) || start || '').split('-');
  const [least, category] = [Number(from), Number(most ?? from)];
  if (!isCategory(least) || !isCategory(category)) throw new Error(`unreadable cell ${cell}`);
  return { kind: 'category', category, from: least };
}

/** The one answer for a condition and a method. */
export function answerOf(table: EligibilityTable, condition: Condition, method: Method, stage: Stage): Answer {
  if (method !== 'condom' && !mayHave(method === 'vasectomy' ? 'male' : 'female', condition))
    return { kind: 'no-matter' };
  return readCell(table.cellOf(condition, method), stage);
}

export type Reason = { condition: Condition; category: Category | null };
export type Judgement = { method: Method; category: Category | null; advice: Advice; reasons: Reason[] };

type Weighed = { condition: Condition; answer: Answer; weight: number };
const surgeryWeight = { accept: 1, caution: 2, special: 4, delay: 4.5 } as const;
/** What is not known weighs more than a caution, since it may be one, and less than what is known to stand against it. */
const unknownWeight = 2.5;

function weigh(answer: Answer): number {
  if (answer.kind === 'category') return answer.category;
  if (answer.kind === 'surgery') return surgeryWeight[answer.advice];
  return answer.kind === 'unknown' ? unknownWeight : 0;
}

/**
 * What a table says of a method for somebody with these conditions: the weightiest decides. It advises and never
 * refuses; from category 3 on, and where it does not know, a clinician decides (`clinicianFor`).
 */
export function judge(
  table: EligibilityTable,
  method: Method,
  conditions: readonly Condition[],
  stage: Stage,
): Judgement {
  const answers = conditions.map((condition) => ({ condition, answer: answerOf(table, condition, method, stage) }));
  const weighed: Weighed[] = answers.map((one) => {
    const answer = one.answer.kind === 'elsewhere' && !isSaid(one.condition, answers) ? unknown : one.answer;
    return { condition: one.condition, answer, weight: weigh(answer) };
  });
  const heavy = weighed.filter((one) => one.weight > 1).sort((a, b) => b.weight - a.weight);
  const reasons = heavy.map(({ condition, answer }) => ({
    condition,
    category: answer.kind === 'category' ? answer.category : null,
  }));
  const top = heavy[0];
  if (!top) return { method, category: hasCategories(method) ? 1 : null, advice: 'accept', reasons };
  const { answer } = top;
  if (answer.kind === 'surgery') return { method, category: null, advice: answer.advice, reasons };
  if (answer.kind !== 'category') return { method, category: null, advice: 'ask', reasons };
  const same = heavy.filter((one) => one.weight === top.weight);
  return { method, category: answer.category, advice: adviceFor(answer.category, same), reasons };
}

const unknown: Answer = { kind: 'unknown' };

/** Whether another row of the same group says what this one leaves to it. */
const isSaid = (condition: Condition, answers: { condition: Condition; answer: Answer }[]): boolean =>
  answers.some(
    (other) =>
      groupOf(other.condition) === groupOf(condition) &&
      (other.answer.kind === 'category' || other.answer.kind === 'surgery'),
  );

/** Classes instead of categories: operations, and what people do without a means. */
const classed: readonly Method[] = ['female-sterilisation', 'vasectomy', 'breastfeeding', 'awareness'];
export const hasCategories = (method: Method): boolean => !classed.includes(method);

/** In one word, as operations have it; for categories the words are ours: what passes delays, what stays is special. */
function adviceFor(category: Category, reasons: Weighed[]): Advice {
  if (category <= 2) return category === 1 ? 'accept' : 'caution';
  return reasons.every((one) => passes(one.condition)) ? 'delay' : 'special';
}

/** Who must stand behind a method all the same: nobody, a clinician by name, or a clinician with a reason (C5). */
export function clinicianFor({ category, advice }: Pick<Judgement, 'category' | 'advice'>): 'none' | 'name' | 'reason' {
  if (category === 4) return 'reason';
  return category === 3 || advice === 'ask' || advice === 'delay' || advice === 'special' ? 'name' : 'none';
}
