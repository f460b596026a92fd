import type { FindingView } from '#server/reviews/schema.ts';
import type { Messages } from '../_text/messages.ts';
import { getText } from '../_text/server.ts';
import css from '../office/office.module.css';
import { lastDay } from './words.ts';

type Move = keyof Messages['review']['move'];

/** Every step of a finding: what, who, when, with which words. */
export async function FindingSteps({ steps }: { steps: FindingView['steps'] }) {
  const { t, f } = await getText();
  return (
    <details>
      <summary>{t('review.finding.steps')}</summary>
      <ol className={css.timeline}>
        {steps.map((step) => (
          <li key={`${step.move}${step.at.toISOString()}`}>
            <span className={css.when}>{f.stamp(step.at)}</span>
            {[t(`review.move.${step.move as Move}`), step.byName].filter(Boolean).join(' · ')}
            {step.comment ? <span className={css.under}>{step.comment}</span> : null}
            {step.dueAt ? (
              <span className={css.under}>{t('review.finding.due', { time: lastDay(f, step.dueAt) })}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
