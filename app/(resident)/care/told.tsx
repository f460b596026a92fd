'use client';

import type { Facts } from '#server/navigation/understand/schema.ts';
import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import { HiddenWish } from './hidden-wish.tsx';

/** The facts in a few words: 3 岁 · 女 · 几天. */
export function useFactWords(): (facts: Facts) => string {
  const { t } = useText();
  return ({ ageMonths, sex, pregnant, days }) => {
    const age =
      ageMonths === undefined
        ? ''
        : ageMonths < 36
          ? t('care.months', { count: ageMonths })
          : t('care.years', { count: Math.floor(ageMonths / 12) });
    const since = days === undefined ? '' : t(`care.sinces.${sinceOf(days)}`);
    return [age, sex ? t(`care.${sex}`) : '', pregnant ? t('care.toldPregnant') : '', since]
      .filter(Boolean)
      .join(' · ');
  };
}
const sinceOf = (days: number) =>
  days < 1 ? 'today' : days < 7 ? 'days' : days < 21 ? 'weeks' : days < 60 ? 'month' : 'longer';

/** What the answer was given to, so that a slip is seen, with the way to change it. */
export function Told({ wish, story, act, working }: Pick<ResultProps, 'wish' | 'story' | 'act' | 'working'>) {
  const { t } = useText();
  const factWords = useFactWords();
  const facts = factWords(story.facts);
  return (
    <section className={css.told} aria-label={t('care.told')}>
      <p>
        <strong>{t('care.told')}</strong> {[story.text, ...story.added].filter(Boolean).join('；')}
        {facts ? <span className={css.toldFacts}>{facts}</span> : null}
      </p>
      <form action={act}>
        <HiddenWish wish={wish} />
        <Button type="submit" name="edit" value="1" look="second" small disabled={working}>
          {t('care.again')}
        </Button>
      </form>
    </section>
  );
}
