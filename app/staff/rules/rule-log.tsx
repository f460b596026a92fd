import type { z } from 'zod';
import type { ruleChange } from '#server/schedules/schema/console.ts';
import { getText } from '../../_text/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { Section } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { ruleName, ruleValue } from './rule-fields.ts';

/** Who changed which rule, from what to what, for visits from which day, and why (F11). */
export async function RuleLog({ changes }: { changes: z.infer<typeof ruleChange>[] }) {
  const { t, f } = await getText();
  return (
    <Section title={t('rules.log.title')}>
      <p>{t('rules.log.lead')}</p>
      <SimpleTable
        caption={t('rules.log.title')}
        rows={changes}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('rules.log.empty')} />}
        columns={[
          {
            key: 'a',
            label: t('rules.log.when'),
            cell: (row) => <span className="digits">{f.stamp(row.changedAt)}</span>,
          },
          { key: 'b', label: t('rules.log.who'), cell: (row) => row.changedBy },
          { key: 'w', label: t('rules.log.where'), cell: (row) => row.facilityName ?? t('rules.log.province') },
          {
            key: 'c',
            label: t('rules.log.what'),
            wide: true,
            cell: (row) => (
              <>
                {t(`rules.log.kind.${row.kind}`)}
                <ul>
                  {row.changes.map((change) => (
                    <li key={change.field}>
                      {t('rules.log.was', {
                        field: ruleName(t, change.field),
                        before: ruleValue(t, change.before),
                        after: ruleValue(t, change.after),
                      })}
                    </li>
                  ))}
                </ul>
              </>
            ),
          },
          { key: 'f', label: t('rules.log.from'), cell: (row) => f.day(row.effectiveFrom) },
          { key: 'y', label: t('rules.log.why'), wide: true, cell: (row) => row.reason },
        ]}
      />
    </Section>
  );
}
