import Link from 'next/link';
import type { PersonRow } from '#server/stoppages/schema.ts';
import { getText } from '../../../_text/server.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import css from '../../staff.module.css';
import { tones } from './tones.ts';

/** Who lost which number, where each stands, and the door to calling and placing them. */
export async function PeopleTable({ stoppageId, people }: { stoppageId: string; people: PersonRow[] }) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('stoppage.report.list')}
      rows={people}
      rowKey={(row) => row.appointmentId}
      columns={[
        {
          key: 'n',
          label: t('stoppage.report.patient'),
          cell: (row) => (
            <>
              <Link href={`/staff/stoppages/${stoppageId}/people/${row.appointmentId}`} prefetch={false}>
                {row.residentName}
              </Link>{' '}
              <span className={css.aside}>{row.phoneMasked}</span>
            </>
          ),
        },
        {
          key: 'l',
          label: t('stoppage.report.lost'),
          wide: true,
          cell: (row) => (
            <>
              {t('stoppage.report.lostNumber', { time: f.moment(row.windowStart), number: row.ticketNumber })}{' '}
              <span className={css.aside}>
                {[row.departmentName, row.practitionerName].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        },
        {
          key: 'o',
          label: t('stoppage.report.where'),
          cell: (row) => <StatusBadge tone={tones[row.outcome]}>{t(`stoppage.outcome.${row.outcome}`)}</StatusBadge>,
        },
        {
          key: 'w',
          label: t('stoppage.report.newTime'),
          cell: (row) =>
            row.newWindowStart
              ? [
                  f.moment(row.newWindowStart),
                  row.offerUntil ? t('stoppage.report.until', { time: f.moment(row.offerUntil) }) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')
              : '—',
        },
        {
          key: 'c',
          label: t('stoppage.report.calls'),
          cell: (row) =>
            row.lastCall && row.lastCallAt
              ? t('stoppage.report.callsNote', {
                  ...{ count: row.calls, time: f.moment(row.lastCallAt) },
                  outcome: t(`stoppage.person.${row.lastCall}`),
                })
              : '—',
        },
      ]}
    />
  );
}
