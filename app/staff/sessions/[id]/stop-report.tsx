import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { StatusBadge, type Tone } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';

const tones: Record<string, Tone> = {
  placed: 'good',
  offered: 'wait',
  declined: 'plain',
  lapsed: 'stop',
  none: 'stop',
};

/** Where each resident stands who lost a number to the stopped clinic; those to call are plain to see. */
export async function StopReport({ sessionId }: { sessionId: string }) {
  const { t, f } = await getText();
  const { rows } = await load(`/staff/sessions/${sessionId}`, api().booking.stopReport.query({ sessionId }));
  return (
    <Section title={t('clinic.stop.report')}>
      <p>{rows.length > 0 ? t('clinic.stop.reportLead') : t('clinic.stop.reportEmpty')}</p>
      {rows.length > 0 ? (
        <SimpleTable
          caption={t('clinic.stop.report')}
          rows={rows}
          rowKey={(row) => row.appointmentId}
          columns={[
            { key: 'n', label: t('staff.day.number'), cell: (row) => row.ticketNumber },
            { key: 'p', label: t('staff.day.patient'), cell: (row) => row.residentName },
            { key: 't', label: t('clinic.stop.phone'), cell: (row) => row.phoneMasked || '—' },
            {
              key: 'o',
              label: t('clinic.stop.where'),
              cell: (row) => (
                <StatusBadge tone={tones[row.outcome] ?? 'plain'}>
                  {t(`clinic.stop.outcome.${row.outcome}`)}
                </StatusBadge>
              ),
            },
            {
              key: 'w',
              label: t('clinic.stop.newTime'),
              cell: (row) =>
                row.newWindowStart
                  ? `${f.moment(row.newWindowStart)}${row.expiresAt ? ` · ${t('clinic.stop.until', { time: f.moment(row.expiresAt) })}` : ''}`
                  : '—',
            },
          ]}
        />
      ) : null}
    </Section>
  );
}
