'use client';

import { useState } from 'react';
import type { z } from 'zod';
import type { ItineraryStep, staffVisit } from '#server/navigation/schema/itinerary.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../staff.module.css';

export type Visit = z.infer<typeof staffVisit>;
type Props = { visit: Visit };

/** The steps in their order; each can be ticked, left out, put earlier or taken back. */
export function StepTable({ visit }: Props) {
  const { t, f, locale } = useText();
  const { run, working, trouble } = useAction();
  const [busy, setBusy] = useState<string | null>(null);
  const { appointmentId } = visit;
  const nameOf = (step: ItineraryStep) => {
    const test = step.testName ? (locale === 'en' ? step.testName.en : step.testName.zh) : '';
    return [t(`arrive.day.kind.${step.kind}`), test, step.label].filter(Boolean).join(' · ');
  };
  const act = async (stepId: string, work: () => Promise<unknown>) => {
    setBusy(stepId);
    await run(work);
    setBusy(null);
  };
  const settle = (stepId: string, state: ItineraryStep['state']) =>
    act(stepId, () => trpc.navigation.arrive.settleStep.mutate({ appointmentId, stepId, state }));
  const buttons = (step: ItineraryStep, i: number) => {
    if (step.kind === 'check-in') return <span className={css.why}>{t('places.visit.byDesk')}</span>;
    if (!visit.change.can) return null;
    const { id: stepId } = step;
    const on = { look: 'second', small: true, disabled: working } as const;
    const name = nameOf(step);
    if (step.state !== 'todo')
      return (
        <Button {...on} working={busy === stepId} onClick={() => settle(stepId, 'todo')}>
          {t('places.visit.undo')}
        </Button>
      );
    const extra = step.kind !== 'doctor';
    return (
      <span className={css.actions}>
        <Button
          {...on}
          working={busy === stepId}
          aria-label={t('places.visit.doneOf', { step: name })}
          onClick={() => settle(stepId, 'done')}
        >
          {t('places.visit.done')}
        </Button>
        {extra ? (
          <Button
            {...on}
            look="quiet"
            aria-label={t('places.visit.skipOf', { step: name })}
            onClick={() => settle(stepId, 'skipped')}
          >
            {t('places.visit.skip')}
          </Button>
        ) : null}
        {extra && i > 1 ? (
          <Button
            {...on}
            look="quiet"
            aria-label={t('places.visit.earlierOf', { step: name })}
            onClick={() => act(stepId, () => trpc.navigation.arrive.moveStep.mutate({ appointmentId, stepId }))}
          >
            {t('places.visit.earlier')}
          </Button>
        ) : null}
        {extra ? (
          <Button
            {...on}
            look="quiet"
            aria-label={t('places.visit.removeOf', { step: name })}
            onClick={() => act(stepId, () => trpc.navigation.arrive.removeStep.mutate({ appointmentId, stepId }))}
          >
            {t('places.visit.remove')}
          </Button>
        ) : null}
      </span>
    );
  };
  return (
    <>
      <FaultMessage trouble={trouble} />
      <SimpleTable
        caption={t('places.visit.title')}
        rows={visit.steps.map((step, i) => ({ step, i }))}
        rowKey={({ step }) => step.id}
        columns={[
          {
            key: 'n',
            label: t('places.visit.step'),
            wide: true,
            cell: ({ step, i }) => (
              <>
                <span className={css.strong}>
                  {i + 1}. {nameOf(step)}
                </span>{' '}
                {step.preparation && step.preparation.fastingHours > 0 ? (
                  <StatusBadge tone="wait">
                    {t('arrive.prepare.short', { hours: step.preparation.fastingHours })}
                  </StatusBadge>
                ) : null}
              </>
            ),
          },
          {
            key: 'p',
            label: t('places.visit.place'),
            cell: ({ step }) =>
              step.place ? (locale === 'en' && step.place.name.en ? step.place.name.en : step.place.name.zh) : '—',
          },
          {
            key: 's',
            label: t('places.visit.state'),
            cell: ({ step }) => (
              <StatusBadge tone={step.state === 'todo' ? (step.next ? 'info' : 'plain') : 'good'}>
                {t(`arrive.day.state.${step.state}`)}
                {step.settledAt ? ` ${f.time(step.settledAt)}` : ''}
              </StatusBadge>
            ),
          },
          { key: 'a', label: t('places.visit.act'), cell: ({ step, i }) => buttons(step, i) },
        ]}
      />
    </>
  );
}
