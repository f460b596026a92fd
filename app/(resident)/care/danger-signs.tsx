'use client';

import type { Answer } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import { Button } from '../../_ui/button.tsx';
import css from './care.module.css';
import type { ResultProps } from './care-flow.tsx';
import list from './danger-signs.module.css';
import { HiddenWish } from './hidden-wish.tsx';
import { ResultHead } from './result-head.tsx';

type Signs = Extract<Answer, { kind: 'signs' }>;

/** Asked before any advice: one tap on a sign leads to 120, one tap on none goes on. It works without script. */
export function DangerSigns({ answer, wish, act, working }: ResultProps<Signs>) {
  const { t, locale } = useText();
  return (
    <div className={css.result} data-testid="signs">
      <ResultHead title={t('care.signs.title')} lead={t('care.signs.lead')} />
      <form action={act} className={list.signs}>
        <HiddenWish wish={wish} />
        <ul>
          {answer.signs.map((sign) => (
            <li key={sign.id}>
              <button type="submit" name="sign" value={sign.id} disabled={working}>
                {inLanguage(sign.name, locale)}
              </button>
            </li>
          ))}
        </ul>
        <Button type="submit" name="sign" value="none" working={working} wide>
          {t('care.signs.none')}
        </Button>
      </form>
    </div>
  );
}
