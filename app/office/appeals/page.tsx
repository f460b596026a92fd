import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { PageHead, Section, Stack } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { AppealPanel } from './appeal-panel.tsx';
import { FaultPart } from './fault-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('conduct.office.title') };
}

/** Appeals of the official's area with their clock, what was answered before, and failures that excuse. */
export default async function AppealsPage() {
  const { t, f } = await getText();
  const [{ appeals, appealDays, asOf }, decided, faults] = await load(
    '/office/appeals',
    Promise.all([
      api().conduct.appeals.query({ decided: false }),
      api().conduct.appeals.query({ decided: true }),
      api().conduct.faults.query(),
    ]),
  );
  return (
    <TextProvider areas={['conduct']}>
      <PageHead
        title={t('conduct.office.title')}
        lead={t('conduct.office.lead', { days: appealDays })}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <Section title={t('conduct.office.open')}>
        {appeals.length === 0 ? (
          <EmptyState title={t('conduct.office.empty')}>{t('conduct.office.emptyLead')}</EmptyState>
        ) : (
          <Stack>
            {appeals.map((appeal) => (
              <AppealPanel key={appeal.id} appeal={appeal} now={asOf} />
            ))}
          </Stack>
        )}
      </Section>
      <Section title={t('conduct.office.decided')}>
        <SimpleTable
          caption={t('conduct.office.decided')}
          rows={decided.appeals}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('conduct.office.noneDecided')} />}
          columns={[
            { key: 'p', label: t('conduct.office.person'), cell: (row) => row.residentName },
            {
              key: 'a',
              label: t('conduct.office.about'),
              cell: (row) =>
                `${t('conduct.strike', { facility: row.facilityName, department: row.departmentName })} · ${f.day(row.visitAt)}`,
            },
            {
              key: 'z',
              label: t('conduct.office.result'),
              cell: (row) => (
                <StatusBadge tone={row.status === 'granted' ? 'good' : 'plain'}>
                  {t(`conduct.office.${row.status === 'granted' ? 'granted' : 'refused'}`)}
                </StatusBadge>
              ),
            },
            { key: 'w', label: t('conduct.appeal.answer'), wide: true, cell: (row) => row.answer },
            {
              key: 'b',
              label: t('conduct.office.by'),
              cell: (row) => `${row.decidedByName ?? ''} ${row.decidedAt ? f.stamp(row.decidedAt) : ''}`,
            },
          ]}
        />
      </Section>
      <FaultPart faults={faults} />
    </TextProvider>
  );
}
