'use client';

import type { AdviceAnswer } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import { HiddenWish } from './hidden-wish.tsx';

/** The one deciding question (E5): the chosen wording is added to what was said, and all is read again. */
export function DecidingQuestion({
  ask,
  wish,
  act,
  working,
}: { ask: NonNullable<AdviceAnswer['ask']> } & Pick<ResultProps, 'wish' | 'act' | 'working'>) {
  const { t, locale } = useText();
  return (
    <form action={act} className={css.question}>
      <HiddenWish wish={wish} />
      <h2>
        <span className={css.fine}>{t('care.question')}</span>
        {inLanguage(ask.question, locale)}
      </h2>
      <div className={css.options}>
        {ask.options.map((option) => (
          <Button key={option.id} type="submit" name="option" value={option.zh} look="second" disabled={working}>
            {inLanguage(option, locale)}
          </Button>
        ))}
      </div>
    </form>
  );
}
