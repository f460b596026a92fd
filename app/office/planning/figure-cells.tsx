import type { RateView } from '#server/reports/schema/statistics.ts';
import type { Text } from '../../_text/server.ts';
import { StatusBadge } from '../../_ui/callout.tsx';
import css from '../office.module.css';

type Words = Pick<Text, 't' | 'f'>;

export const wordPeople = ({ t, f }: Words, n: number | null): string =>
  n === null ? t('planningReport.hidden') : f.number(n);

/** The share, what it is made of, and whether it reaches what is asked. */
export function ShareCell({ words, rate, target }: { words: Words; rate: RateView; target: number }) {
  const { t, f } = words;
  const met = rate.part === null || !rate.whole ? null : rate.part * 100 >= target * rate.whole;
  return (
    <>
      <b className="digits">{rate.value === null ? '–' : `${f.number(Math.round(rate.value * 1000) / 10)}%`}</b>
      <span className={css.under}>
        {rate.whole === null
          ? wordPeople(words, null)
          : t('office.of', { part: wordPeople(words, rate.part), whole: wordPeople(words, rate.whole) })}
      </span>
      {met === null ? null : (
        <StatusBadge tone={met ? 'good' : 'wait'}>{t(met ? 'planningReport.met' : 'planningReport.unmet')}</StatusBadge>
      )}
    </>
  );
}
