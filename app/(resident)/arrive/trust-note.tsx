import { getText } from '../../_text/server.ts';
import { Callout } from '../../_ui/callout.tsx';
import css from './arrive.module.css';

/** How far a way may be trusted, in one sentence; out of date is said aloud. */
export async function TrustNote(props: { sample: boolean; overdue: boolean; reviewBy: string }) {
  const { t, f } = await getText();
  if (props.overdue) return <Callout tone="wait">{t('arrive.overdue', { date: f.day(props.reviewBy) })}</Callout>;
  return (
    <p className={css.note}>
      {props.sample ? t('arrive.sample') : t('arrive.reviewed', { date: f.day(props.reviewBy) })}
    </p>
  );
}
