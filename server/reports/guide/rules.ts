import type { GuideFigures } from '../schema/guide.ts';
import { upperBound } from './upper-bound.ts';

/** E3 (domain.md): fewer than one in a hundred may turn out more urgent than advised; the bound is held to it. */
export const urgentBar = 0.01;
/** Counts of one to four people are not shown (usual rule of official statistics for small cells). */
export const smallest = 5;

/** What happened to the visits of one kind. */
export type Tally = { visits: number; first: number; among: number; rerouted: number; urgent: number };
export const noVisits: Tally = { visits: 0, first: 0, among: 0, rerouted: 0, urgent: 0 };

export const addTally = (a: Tally, b: Tally): Tally => ({
  visits: a.visits + b.visits,
  first: a.first + b.first,
  among: a.among + b.among,
  rerouted: a.rerouted + b.rerouted,
  urgent: a.urgent + b.urgent,
});

/** Null where the number would point at somebody. */
export const hideSmall = (n: number): number | null => (n > 0 && n < smallest ? null : n);

/**
 * A tally as it may be shown. Of few visits nothing is shown; a hidden count is taken for the most it can be
 * when its bound is computed, so that the bound neither betrays it nor looks better than it is.
 */
export function figuresOf(tally: Tally): GuideFigures {
  const visits = hideSmall(tally.visits);
  if (visits === null) {
    return { visits, first: null, among: null, rerouted: null, urgent: null, urgentAtMost: null };
  }
  const urgent = hideSmall(tally.urgent);
  return {
    visits,
    first: hideSmall(tally.first),
    among: hideSmall(tally.among),
    rerouted: hideSmall(tally.rerouted),
    urgent,
    urgentAtMost: upperBound(urgent ?? Math.min(smallest - 1, visits), visits),
  };
}

/** First day of the month that lies `back` months before `month` ('YYYY-MM'). */
export function monthBefore(month: string, back: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7);
}
