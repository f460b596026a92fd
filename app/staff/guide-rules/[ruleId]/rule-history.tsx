import type { z } from 'zod';
import type { ruleOutput } from '#server/navigation/learn/schema.ts';
import { getText } from '../../../_text/server.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../guide.module.css';
import { stateTones } from '../state-tones.ts';

type Rule = z.infer<typeof ruleOutput>;
type Step = Rule['steps'][number];

/** All versions, and who moved them when and why (F11). */
export async function RuleHistory({ rule }: { rule: Rule }) {
  const { t, f } = await getText();
  const stepWord = ({ fromState, toState }: Step) =>
    t(`learn.rule.step.${fromState === 'proposed' && toState === 'draft' ? 'returned' : toState}`);
  return (
    <>
      <Section title={t('learn.rule.history')}>
        <SimpleTable
          caption={t('learn.rule.history')}
          rows={rule.versions}
          rowKey={(row) => String(row.version)}
          columns={[
            {
              key: 'v',
              label: t('learn.col.version'),
              cell: (row) => (
                <>
                  {t('learn.version', { version: row.version })}
                  {row.shipped ? <span className={css.under}>{t('learn.shipped')}</span> : null}
                </>
              ),
            },
            {
              key: 's',
              label: t('learn.col.state'),
              cell: (row) => (
                <StatusBadge tone={stateTones[row.state]}>
                  {row.ends ? `${t(`learn.state.${row.state}`)} · ${t('learn.ended')}` : t(`learn.state.${row.state}`)}
                </StatusBadge>
              ),
            },
            {
              key: 'f',
              label: t('learn.col.from'),
              cell: (row) => (row.liveFrom ? <span className="digits">{f.stamp(row.liveFrom)}</span> : '–'),
            },
            { key: 'r', label: t('learn.col.why'), wide: true, cell: (row) => row.reason || '–' },
          ]}
        />
      </Section>
      {rule.steps.length > 0 ? (
        <Section title={t('learn.rule.steps')}>
          <SimpleTable
            caption={t('learn.rule.steps')}
            rows={rule.steps}
            rowKey={(row) => `${row.version} ${row.at.toISOString()} ${row.toState}`}
            columns={[
              {
                key: 'a',
                label: t('learn.col.when'),
                cell: (row) => <span className="digits">{f.stamp(row.at)}</span>,
              },
              { key: 'v', label: t('learn.col.version'), cell: (row) => t('learn.version', { version: row.version }) },
              { key: 's', label: t('learn.col.step'), cell: stepWord },
              {
                key: 'w',
                label: t('learn.col.who'),
                cell: (row) => (
                  <>
                    {row.actorName}
                    {row.facilityName ? <span className={css.under}>{row.facilityName}</span> : null}
                  </>
                ),
              },
              { key: 'r', label: t('learn.col.why'), wide: true, cell: (row) => row.reason || '–' },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
