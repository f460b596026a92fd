import type { Preparation } from '#server/navigation/schema/preparation.ts';
import { getText, type Text } from '../../_text/server.ts';
import css from './arrive.module.css';
import { inLanguage } from './place-words.ts';

/** What to do before coming, a line a matter, what cannot be made good at the hospital first. */
export function preparationLines({ t, locale }: Pick<Text, 't' | 'locale'>, preparation: Preparation): string[] {
  const { fastingHours, earlyMinutes, companion, oldResults } = preparation;
  const [documents, note] = [inLanguage(locale, preparation.documents), inLanguage(locale, preparation.note)];
  return [
    fastingHours > 0 && t('arrive.prepare.fasting', { hours: fastingHours }),
    earlyMinutes > 0 ? t('arrive.prepare.early', { minutes: earlyMinutes }) : t('arrive.prepare.onTime'),
    documents && t('arrive.prepare.documents', { documents }),
    oldResults && t('arrive.prepare.oldResults'),
    companion && t('arrive.prepare.companion'),
    note,
  ].filter((line): line is string => Boolean(line));
}

export async function PreparationList({ preparation }: { preparation: Preparation }) {
  const text = await getText();
  return (
    <ul className={css.bring}>
      {preparationLines(text, preparation).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
