import { type Method, methods } from '../../family-planning/schema/methods.ts';

/** Parts stand behind the whole that they are a share of. */
export const shares = {
  'registered-checked': 'registered',
  'early-done': 'early-due',
  'outcome-done': 'outcome-due',
} as const;
type Part = keyof typeof shares;
export type Served = `served-${Method}`;
export type Measure = Part | (typeof shares)[Part] | 'couples-checked' | Served;

export const served = (method: Method): Served => `served-${method}`;
/** Wholes before their parts: a part is hidden where its whole is. */
export const measures: readonly Measure[] = [
  ...(['registered', 'early-due', 'outcome-due', 'couples-checked'] as const),
  ...(['registered-checked', 'early-done', 'outcome-done'] as const),
  ...methods.map(served),
];
export const wholeOf = (measure: Measure): Measure | null =>
  (shares as Partial<Record<Measure, Measure>>)[measure] ?? null;

/** How many people of one place and month. */
export type Tally = { regionPath: string; month: string; measure: Measure; value: number };
