'use client';

import type { Answer } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import css from './care.module.css';

/** Why, by the rules that were met, each with the published list it rests on. */
export function FlagReasons({ flags, title }: { flags: Answer['flags']; title: string }) {
  const { t, locale } = useText();
  if (flags.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={css.reasons}>
        {flags.map((flag) => (
          <li key={flag.id}>
            <strong>{inLanguage(flag.name, locale)}</strong>
            <span>{inLanguage(flag.reason, locale)}</span>
            <span className={css.fine}>{t('care.emergency.source', { source: flag.source })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
