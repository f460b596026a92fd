import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';
import { refused } from '../kernel/errors.ts';
import { reviewRulesOn } from './rules.ts';

/** Days from which a hospital's time may be chosen; the usual is two weeks. */
export function dueDays(now: Date): { dueLeast: string; dueUsual: string; dueMost: string } {
  const today = regionDay(now);
  const { dueDaysLeast, dueDaysMost } = reviewRulesOn(today);
  return { dueLeast: addDays(today, dueDaysLeast), dueUsual: addDays(today, 14), dueMost: addDays(today, dueDaysMost) };
}

/** The end of the chosen day; a day outside the bounds is refused. */
export function dueAt(day: string | undefined, now: Date): Date {
  const { dueLeast, dueUsual, dueMost } = dueDays(now);
  const chosen = day ?? dueUsual;
  if (chosen < dueLeast || chosen > dueMost) throw refused('review-due', { params: { from: dueLeast, to: dueMost } });
  return regionInstant(addDays(chosen, 1), '00:00');
}
