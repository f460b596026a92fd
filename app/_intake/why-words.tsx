import { getText } from '../_text/server.ts';
import css from './intake.module.css';
import { readReason } from './reason.ts';
import { typeWord } from './words.ts';

/** What is wrong in words, with its place for whoever keeps the interface, and what to do. */
export async function WhyWords({ type, reason }: { type: string; reason: string }) {
  const { t } = await getText();
  const { place, why } = readReason(reason);
  return (
    <>
      {`${typeWord(t, type)} · ${t(`intake.why.${why}.title`)}`}
      <span className={css.place}>{` ${place}`}</span>
      <span className={css.under}>{t(`intake.why.${why}.way`)}</span>
    </>
  );
}
