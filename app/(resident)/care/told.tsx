'use client';

import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import { HiddenWish } from './hidden-wish.tsx';
import { wordFacts } from './word-facts.ts';

/** What the answer was given to, so that a slip is seen, with the way to change it. */
export function Told({ wish, story, act, working }: Pick<ResultProps, 'wish' | 'story' | 'act' | 'working'>) {
  const { t } = useText();
  const facts = wordFacts(t, story.facts);
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
