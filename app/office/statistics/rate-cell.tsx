import type { Indicator, RateView } from '#server/reports/schema/statistics.ts';
import type { Text } from '../../_text/server.ts';
import css from '../office.module.css';

export type Words = Pick<Text, 't' | 'f'> & { smallest: number };

/** The rate as a reader takes it in: percent, or days. */
export function wordRate({ t, f }: Words, indicator: Indicator, { value }: RateView): string {
  if (value === null) return '–';
  if (indicator === 'wait') return t('statistics.daysOf', { days: f.number(Math.round(value * 10) / 10) });
  return `${f.number(Math.round(value * 1000) / 10)}%`;
}

/** The rate, and under it what it is made of. */
export function RateCell({ words, indicator, rate }: { words: Words; indicator: Indicator; rate: RateView }) {
  const { t, f, smallest } = words;
  const word = (n: number | null) => (n === null ? t('statistics.hidden', { smallest }) : f.number(n));
  return (
    <>
      <b className="digits">{wordRate(words, indicator, rate)}</b>
      <span className={css.under}>{t('office.of', { part: word(rate.part), whole: word(rate.whole) })}</span>
    </>
  );
}
