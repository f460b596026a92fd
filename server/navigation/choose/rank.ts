import type { Component, Weights } from '../schema/choose.ts';

/** What is known of one place, in natural units; null where it is not known. */
export type Measures = {
  minutes: number | null;
  /** Days to the first free number; null: none within the horizon. */
  days: number | null;
  ownFen: number | null;
  level: number;
  grade: string;
  /** A hospital of just this field: a dental hospital for teeth. */
  specialist: boolean;
};

export const components: readonly Component[] = ['travel', 'wait', 'cost', 'capability'];

/** Each halves with so much: an hour's journey, four days' wait, a hundred yuan (our proposal; adjustable by weight). */
const halfAt = { minutes: 60, days: 4, fen: 10_000 } as const;
const halving = (value: number, half: number): number => 100 * 0.5 ** (value / half);

/** 0–100 by each component alone. What is not known speaks neither for nor against, but no number at all is the worst wait. */
export function partsOf(m: Measures): Record<Component, number> {
  return {
    travel: m.minutes === null ? 50 : halving(m.minutes, halfAt.minutes),
    wait: m.days === null ? 0 : halving(m.days, halfAt.days),
    cost: m.ownFen === null ? 50 : halving(m.ownFen, halfAt.fen),
    capability: capabilityOf(m),
  };
}

const gradePoints: Record<string, number> = { 甲: 10, 乙: 5 };
function capabilityOf({ level, grade, specialist }: Measures): number {
  const byLevel = ({ 3: 65, 2: 40, 1: 15 } as Record<number, number>)[level] ?? 5;
  return byLevel + (gradePoints[grade] ?? 0) + (specialist ? 25 : 0);
}

/** Weights as parts of one; all zero counts as all equal. */
export function sharesOf(weights: Weights): Record<Component, number> {
  const sum = components.reduce((total, name) => total + weights[name], 0);
  const share = (name: Component) => (sum === 0 ? 1 / components.length : weights[name] / sum);
  return { travel: share('travel'), wait: share('wait'), cost: share('cost'), capability: share('capability') };
}

/** 0–100 with these weights, to two decimals, so that a place on the list can be named in a cursor. */
export function scoreOf(parts: Record<Component, number>, weights: Weights): number {
  const shares = sharesOf(weights);
  return Math.round(components.reduce((total, name) => total + parts[name] * shares[name], 0) * 100) / 100;
}
