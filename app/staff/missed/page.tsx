import type { Metadata } from 'next';
import type { z } from 'zod';
import type { missedRow } from '#server/conduct/schema.ts';
import { getText, type Text } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { PageHead } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { ExcuseForm } from './excuse-form.tsx';

type Row = z.infer<typeof missedRow>;
const days = 30;
const tones = { strike: 'wait', excused: 'good', unproven: 'plain' } as const;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('conduct.staff.title') };
}

/** Every booking without a check-in, what it counts as and why; desk and managers put right what is wrong. */
export default async function MissedPage() {
  const { t, f } = await getText();
  const { rows, mayExcuse, asOf } = await load('/staff/missed', api().conduct.missed.query({ days }));
  return (
    <TextProvider areas={['conduct']}>
      <PageHead
        title={t('conduct.staff.title')}
        lead={t('conduct.staff.lead')}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <SimpleTable
        caption={t('conduct.staff.title')}
        rows={rows}
        rowKey={(row) => row.appointmentId}
        empty={<EmptyState title={t('conduct.staff.empty', { days })} />}
        columns={[
          { key: 'v', label: t('conduct.staff.visit'), cell: (row) => f.moment(row.visitAt) },
          {
            key: 'p',
            label: t('conduct.staff.patient'),
            cell: (row) => (
              <>
                {row.residentName}
                <br />
                <span className="digits">{row.phoneMasked}</span>
              </>
            ),
          },
          { key: 'd', label: t('conduct.staff.department'), cell: (row) => row.departmentName },
          { key: 'r', label: t('conduct.staff.verdict'), cell: (row) => <Verdict {...{ t, row }} /> },
          {
            key: 'w',
            label: t('conduct.staff.why'),
            wide: true,
            cell: (row) => t(`conduct.staff.causes.${row.cause}`, { seen: row.evidence.seen }),
          },
          {
            key: 'a',
            label: t('conduct.staff.act'),
            cell: (row) =>
              row.verdict !== 'strike' || row.liftedAt ? null : mayExcuse ? (
                <ExcuseForm appointmentId={row.appointmentId} />
              ) : (
                t('conduct.staff.readOnly')
              ),
          },
        ]}
      />
    </TextProvider>
  );
}

function Verdict({ t, row }: Pick<Text, 't'> & { row: Row }) {
  if (row.liftedAt) return <StatusBadge tone="good">{t('conduct.staff.lifted')}</StatusBadge>;
  return <StatusBadge tone={tones[row.verdict]}>{t(`conduct.staff.verdicts.${row.verdict}`)}</StatusBadge>;
}
