import Link from 'next/link';
import type { ItineraryStep, VisitPlan } from '#server/navigation/schema/itinerary.ts';
import { getText } from '../../../../_text/server.ts';
import { Callout, StatusBadge } from '../../../../_ui/callout.tsx';
import css from '../../arrive.module.css';
import { inLanguage, placeName, spotName, wayPath } from '../../place-words.ts';

type Props = { plan: VisitPlan; stepFree: boolean };

/** The steps in their order; the one to do now stands out, and each leads to its place. */
export async function StepList({ plan, stepFree }: Props) {
  const { t } = await getText();
  const finished = plan.today && plan.steps.every((step) => step.state !== 'todo');
  return (
    <>
      <ol className={css.steps}>
        {plan.steps.map((step) => (
          <li key={step.id} className={css.step} data-state={step.state} data-next={step.next ? '' : undefined}>
            <Step step={step} plan={plan} stepFree={stepFree} />
          </li>
        ))}
      </ol>
      {finished ? <Callout tone="good">{t('arrive.day.finished')}</Callout> : null}
    </>
  );
}

async function Step({ step, plan, stepFree }: Props & { step: ItineraryStep }) {
  const text = await getText();
  const { t, f, locale } = text;
  const open = step.state === 'todo';
  const what = step.testName ? inLanguage(locale, step.testName) : step.label;
  const note = step.preparation ? inLanguage(locale, step.preparation.note) : '';
  return (
    <>
      <span className={css.stepTop}>
        <strong>{[t(`arrive.day.kind.${step.kind}`), what].filter(Boolean).join(' · ')}</strong>
        <StatusBadge tone={open ? (step.next && plan.today ? 'info' : 'plain') : 'good'}>
          {step.next && plan.today ? t('arrive.day.now') : t(`arrive.day.state.${step.state}`)}
          {step.settledAt ? ` ${f.time(step.settledAt)}` : ''}
        </StatusBadge>
      </span>
      {step.place ? (
        <span>
          {placeName(text, step.place)} · {spotName(text, step.place)}
        </span>
      ) : null}
      {open && step.preparation && step.preparation.fastingHours > 0 ? (
        <span className={css.alert}>{t('arrive.prepare.short', { hours: step.preparation.fastingHours })}</span>
      ) : null}
      {open && note ? <span>{note}</span> : null}
      {step.kind === 'doctor' && open ? <Queue plan={plan} /> : null}
      {open && step.place && step.fromId && step.wayMinutes ? (
        <Link
          href={wayPath(plan.facilityId, step.fromId, { id: step.place.id, stepFree })}
          prefetch={false}
          className="no-print"
        >
          {t('arrive.day.wayTo', { minutes: step.wayMinutes })}
          <span className="sr-only"> {placeName(text, step.place)}</span>
        </Link>
      ) : null}
    </>
  );
}

/** Where one stands in the line, when the clinic keeps one: people before, and a range of minutes. */
async function Queue({ plan: { queue } }: { plan: VisitPlan }) {
  const { t } = await getText();
  if (!queue) return null;
  if (queue.state === 'called')
    return <span className={css.alert}>{t('arrive.day.queueCalled', { room: queue.room ?? '' })}</span>;
  if (queue.ahead === null) return null;
  return (
    <span>
      {t('arrive.day.queueAhead', { ahead: queue.ahead })}
      {queue.minutes ? ` · ${t('arrive.day.queueMinutes', queue.minutes)}` : ''}
    </span>
  );
}
