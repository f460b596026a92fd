import { addDays, regionDay } from '../kernel/clock.ts';
import { afterAwake, morningAfter } from '../schedules/return-rules.ts';
import type { Rules } from '../schedules/rules.ts';

export type WaitState = 'waiting' | 'offered' | 'accepted' | 'lapsed' | 'left' | 'cleared';

/** Waits of one person at once, over all hospitals (our proposal): enough to hope, too few to collect. */
export const waitsMax = 3;
/** The list ends so long before the clinic begins: after that nobody could get there in time. */
export const clearMinutes = 60;

/** An offer of less than this would only cost a place. */
export const offerLeastMinutes = 5;

export type Visit = { date: string; startsAt: Date };

/** From here on nothing is offered any more, and who still waits is told. */
export const clearsAt = (visit: Pick<Visit, 'startsAt'>): Date =>
  new Date(visit.startsAt.getTime() - clearMinutes * 60_000);

type OfferRules = Pick<Rules, 'waitMinutes' | 'waitEveMinutes' | 'waitDayMinutes'>;

/** How long a number is kept for the person asked: shorter as the visit nears (§3.1, Qingdao). */
export function offerMinutes(visit: Pick<Visit, 'date'>, now: Date, rules: OfferRules): number {
  const today = regionDay(now);
  if (visit.date <= today) return rules.waitDayMinutes;
  return visit.date === addDays(today, 1) ? rules.waitEveMinutes : rules.waitMinutes;
}

/** Until when the person asked may take the number; the night does not count, the end of the list does. */
export function offerUntil(visit: Visit, now: Date, rules: OfferRules): Date {
  const until = afterAwake(now, offerMinutes(visit, now, rules));
  return new Date(Math.min(until.getTime(), clearsAt(visit).getTime()));
}

/** When the next offer may be made: at once by day, else in the morning, except for a visit of that morning. */
export function offerFrom(visit: Visit, now: Date): Date {
  const morning = morningAfter(now);
  if (!morning) return now;
  return regionDay(morning) === visit.date && isMorning(visit.startsAt) ? now : morning;
}

const isMorning = (at: Date): boolean => at.getTime() < Date.parse(`${regionDay(at)}T12:00:00+08:00`);

export type Place = { id: string; joinedAt: Date };

/**
 * Whom to ask for a number, one after the other, in order of joining. Where it rested from `restedFrom` on because
 * nobody waited, those who joined since come by lot: else whoever cancels could have somebody join first (0012).
 */
export function askingOrder<P extends Place>(
  waiting: readonly P[],
  restedFrom: Date | null,
  chance: () => number,
): P[] {
  const inOrder = waiting.toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.id < b.id ? -1 : 1));
  if (!restedFrom) return inOrder;
  const before = inOrder.filter((place) => place.joinedAt < restedFrom);
  return [...before, ...shuffled(inOrder.slice(before.length), chance)];
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  const drawn = [...list];
  for (let i = drawn.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance() * (i + 1));
    [drawn[i], drawn[j]] = [drawn[j] as T, drawn[i] as T];
  }
  return drawn;
}

/** What became of numbers like these before: how many were taken, and how many of them came back this late. */
export type History = { taken: number; returned: number };
/** Fewer numbers than this say nothing. */
const historyLeast = 60;

/**
 * How likely somebody at `position` gets a number: each of `taken` numbers comes back with the share that history
 * shows for the time left (Poisson). Rounded to tens of percent; null when there is too little history.
 */
export function chanceOf(position: number, taken: number, history: History): number | null {
  if (history.taken < historyLeast) return null;
  const expected = (taken * history.returned) / history.taken;
  let [term, below] = [Math.exp(-expected), 0];
  for (let k = 0; k < position; k += 1) {
    below += term;
    term *= expected / (k + 1);
  }
  return Math.round(Math.max(0, 1 - below) * 10) * 10;
}
