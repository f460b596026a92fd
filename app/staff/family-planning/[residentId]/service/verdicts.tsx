'use client';

import type { z } from 'zod';
import type { Condition } from '#server/family-planning/eligibility/conditions.ts';
import type { eligibilityOutput, MethodVerdict } from '#server/family-planning/schema/service.ts';
import { useText } from '../../../../_text/client-text.tsx';
import { Callout, StatusBadge, type Tone } from '../../../../_ui/callout.tsx';
import { SimpleTable } from '../../../../_ui/table.tsx';
import css from '../../../staff.module.css';

type Judged = z.infer<typeof eligibilityOutput>;

/** What the table in force says of every method; `stale`: the conditions were changed since. */
export function Verdicts({ judged, stale }: { judged: Judged; stale: boolean }) {
  const { t, locale } = useText();
  const { table, methods } = judged;
  return (
    <div aria-live="polite" className={css.clinic}>
      {stale ? <Callout tone="wait" title={t('planning.service.again')} /> : null}
      <p className={`${css.aside} ${css.lead}`}>
        {t('planning.service.source', { source: table.source, from: table.from })}
      </p>
      <SimpleTable
        caption={t('planning.service.judged')}
        rows={methods}
        rowKey={(one) => one.method}
        columns={[
          { key: 'm', label: t('planning.service.methodName'), cell: (one) => t(`planning.method.${one.method}`) },
          { key: 'c', label: t('planning.service.columns.judged'), cell: (one) => <Verdict verdict={one} /> },
          {
            key: 'r',
            label: t('eligibility.condition'),
            wide: true,
            cell: ({ reasons }) =>
              reasons.length === 0
                ? '—'
                : reasons
                    .map(({ condition }) => t(`eligibility.conditions.${condition as Condition}`))
                    .join(locale === 'en' ? ', ' : '、'),
          },
        ]}
      />
    </div>
  );
}

function Verdict({ verdict: { category, advice } }: { verdict: MethodVerdict }) {
  const { t } = useText();
  const words = t(`planning.advice.${advice}`);
  return (
    <StatusBadge tone={toneOf(advice)}>
      {category ? t('planning.category', { category, advice: words }) : words}
    </StatusBadge>
  );
}

const toneOf = (advice: MethodVerdict['advice']): Tone =>
  advice === 'accept' ? 'good' : advice === 'caution' ? 'info' : advice === 'ask' ? 'wait' : 'stop';
