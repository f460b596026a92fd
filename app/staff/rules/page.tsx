import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { StatusBadge } from '../../_ui/callout.tsx';
import { PageHead, Panel, Section } from '../../_ui/page-head.tsx';
import { Facts, SimpleTable } from '../../_ui/table.tsx';
import { mayKeepSessions } from '../duties.ts';
import css from '../staff.module.css';
import { ruleFields } from './rule-fields.ts';
import { RulesForm } from './rules-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('plan.rules.title') };
}

/** The facility's dated rules: what holds today, what is coming, who changed what. */
export default async function RulesPage() {
  const { t, f } = await getText();
  const [me, rules] = await load('/staff/rules', Promise.all([getMe(), api().schedules.rules.query()]));
  const history = rules.rows.map((row, i) => {
    // compared with the version of the same origin before it, else with the provincial default
    const before =
      rules.rows.slice(i + 1).find((other) => other.origin === row.origin) ??
      (row.origin === 'facility' ? rules.rows.find((other) => other.origin === 'province') : undefined);
    const changes = before
      ? ruleFields
          .filter((field) => before[field] !== row[field])
          .map((field) =>
            t('plan.rules.was', { field: t(`plan.rules.field.${field}`), before: before[field], after: row[field] }),
          )
      : null;
    return { ...row, changes };
  });
  return (
    <>
      <PageHead title={t('plan.rules.title')} lead={t('plan.rules.lead')} />
      <div className={css.two}>
        <Section title={t('plan.rules.now')}>
          <Panel>
            <Facts
              facts={ruleFields.map((field) => ({
                label: t(`plan.rules.field.${field}`),
                value: <b className="digits">{rules.today[field]}</b>,
              }))}
            />
          </Panel>
        </Section>
        <Section title={t('plan.rules.change')}>
          <TextProvider areas={['plan']}>
            <RulesForm
              today={rules.today}
              bounds={rules.bounds}
              earliest={rules.earliest}
              blocked={mayKeepSessions(me.roles) ? null : t('plan.rules.readOnly')}
            />
          </TextProvider>
        </Section>
      </div>
      <Section title={t('plan.rules.history')}>
        <SimpleTable
          caption={t('plan.rules.history')}
          rows={history}
          rowKey={(row) => `${row.origin} ${row.effectiveFrom}`}
          columns={[
            {
              key: 'f',
              label: t('plan.rules.from'),
              cell: (row) => (
                <>
                  <span className="digits">{row.effectiveFrom}</span>{' '}
                  {row.effectiveFrom >= rules.earliest ? (
                    <StatusBadge tone="info">{t('plan.rules.coming')}</StatusBadge>
                  ) : null}
                </>
              ),
            },
            { key: 'o', label: t('clinic.session.origin'), cell: (row) => t(`plan.rules.origin.${row.origin}`) },
            {
              key: 'c',
              label: t('plan.rules.changed'),
              wide: true,
              cell: (row) =>
                row.changes === null ? (
                  t('plan.rules.first')
                ) : row.changes.length === 0 ? (
                  t('plan.rules.same')
                ) : (
                  <ul>
                    {row.changes.map((change) => (
                      <li key={change}>{change}</li>
                    ))}
                  </ul>
                ),
            },
            { key: 'b', label: t('plan.rules.by'), cell: (row) => row.changedBy },
            {
              key: 'a',
              label: t('plan.rules.at'),
              cell: (row) => <span className="digits">{f.stamp(row.changedAt)}</span>,
            },
          ]}
        />
      </Section>
    </>
  );
}
