import type { Metadata } from 'next';
import { wordLimits } from '../../../_text/limit-text.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { PageHead } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import { mayKeepSessions } from '../../duties.ts';
import { LimitForm } from './limit-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('rules.limits.title') };
}

/** Whom each department sees by age and sex, today and from coming days on. */
export default async function LimitsPage() {
  const { t, f } = await getText();
  const [me, { departments, earliest }] = await load(
    '/staff/rules/limits',
    Promise.all([getMe(), api().rules.limits.query()]),
  );
  return (
    <TextProvider areas={['rules']}>
      <PageHead
        title={t('rules.limits.title')}
        lead={t('rules.limits.lead')}
        back={{ href: '/staff/rules', label: t('plan.rules.title') }}
      />
      <SimpleTable
        caption={t('rules.limits.title')}
        rows={departments}
        rowKey={(row) => row.id}
        columns={[
          { key: 'd', label: t('rules.limits.department'), cell: (row) => row.name },
          {
            key: 't',
            label: t('rules.limits.today'),
            wide: true,
            cell: (row) => (
              <>
                {wordLimits(t, row.dated.find((one) => one.holds) ?? null) ?? t('rules.limits.all')}
                {row.dated
                  .filter((one) => one.effectiveFrom >= earliest)
                  .map((one) => (
                    <div key={one.effectiveFrom}>
                      {t('rules.limits.coming', { date: f.day(one.effectiveFrom) })}：
                      {wordLimits(t, one) ?? t('rules.limits.all')}
                    </div>
                  ))}
              </>
            ),
          },
          {
            key: 'c',
            label: t('rules.limits.change'),
            cell: (row) =>
              mayKeepSessions(me.roles) ? (
                <LimitForm departmentId={row.id} now={row.dated.find((one) => one.holds) ?? null} earliest={earliest} />
              ) : (
                t('rules.limits.readOnly')
              ),
          },
        ]}
      />
    </TextProvider>
  );
}
