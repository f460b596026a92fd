import type { Facts } from '#server/navigation/understand/schema.ts';
import type { Text } from '../../_text/server.ts';

/** The facts in a few words: 3 岁 · 女 · 几天. */
export function wordFacts(t: Text['t'], { ageMonths, sex, pregnant, days }: Facts): string {
  return [
    ageMonths === undefined ? '' : wordAge(t, ageMonths),
    sex ? t(`care.${sex}`) : '',
    pregnant ? t('care.toldPregnant') : '',
    days === undefined ? '' : t(`care.sinces.${sinceOf(days)}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Small children in months, everybody else in years. */
export const wordAge = (t: Text['t'], months: number): string =>
  months < 36 ? t('care.months', { count: months }) : t('care.years', { count: Math.floor(months / 12) });

const sinceOf = (days: number) =>
  days < 1 ? 'today' : days < 7 ? 'days' : days < 21 ? 'weeks' : days < 60 ? 'month' : 'longer';
