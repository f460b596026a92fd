import { addDays, regionInstant } from '../kernel/clock.ts';

export type Rest = { cutoffAt: Date; reopensAt: Date };

/** Between which instants the numbers of `date` rest: from the cut-off on the day before to the morning itself (A6, A7). */
export function restOf(date: string, rules: { nextDayCutoff: string; sameDayTime: string }): Rest | null {
  if (rules.nextDayCutoff === '24:00') return null;
  return {
    cutoffAt: regionInstant(addDays(date, -1), rules.nextDayCutoff),
    reopensAt: regionInstant(date, rules.sameDayTime),
  };
}

export type Resting = { cutoffAt?: Date | null; reopensAt?: Date | null };

export const isResting = ({ cutoffAt, reopensAt }: Resting, now: Date): boolean =>
  Boolean(cutoffAt && reopensAt && now >= cutoffAt && now < reopensAt);
