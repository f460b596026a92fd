import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { StatusBadge, type Tone } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';

const tones: Record<string, Tone> = { waiting: 'info', offered: 'wait', accepted: 'good', lapsed: 'stop' };

/** Who waits for this session and whom it led where. Staff see the order; nobody can change it. */
export async function WaitingList({ sessionId }: { sessionId: string }) {
  const { t, f } = await getText();
  const line = await load(`/staff/sessions/${sessionId}`, api().waitlist.staffLine.query({ sessionId }));
  if (line.rows.length === 0 && line.resting === 0) return null;
  return (
    <Section title={t('wait.staff.title')}>
      <p>{t('wait.staff.lead')}</p>
      <p>
        {t('wait.staff.summary', {
          ...{ waiting: line.waiting, resting: line.resting, time: f.moment(line.clearsAt) },
        })}
      </p>
      {line.rows.length === 0 ? null : (
        <SimpleTable
          caption={t('wait.staff.title')}
          rows={line.rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'n', label: t('wait.staff.position'), cell: (row) => row.position ?? '—' },
            { key: 'p', label: t('wait.staff.name'), cell: (row) => row.residentName },
            { key: 't', label: t('wait.staff.phone'), cell: (row) => row.phoneMasked || '—' },
            {
              key: 's',
              label: t('wait.staff.state'),
              cell: (row) => (
                <StatusBadge tone={tones[row.state] ?? 'plain'}>{t(`wait.state.${row.state}`)}</StatusBadge>
              ),
            },
            {
              key: 'o',
              label: t('wait.staff.about'),
              cell: (row) =>
                row.state === 'offered' && row.expiresAt && row.ticketNumber !== null
                  ? t('wait.staff.kept', { number: row.ticketNumber, time: f.moment(row.expiresAt) })
                  : '—',
            },
            { key: 'j', label: t('wait.staff.joined'), cell: (row) => f.stamp(row.joinedAt) },
          ]}
        />
      )}
    </Section>
  );
}
