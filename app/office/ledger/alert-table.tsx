import Link from 'next/link';
import type { AlertView } from '#server/ledger/schema.ts';
import { Findings } from '../../_ledger/findings.tsx';
import { getText } from '../../_text/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { SimpleTable, type TableColumn } from '../../_ui/table.tsx';
import css from '../office.module.css';

type Props = { alerts: AlertView[]; caption: string; empty: { title: string; text: string } };

/** Sessions that do not, or did not, add up; settled ones with who released them and why. */
export async function AlertTable({ alerts, caption, empty }: Props) {
  const { t, f } = await getText();
  const settled: TableColumn<AlertView>[] = [
    {
      key: 's',
      label: t('ledger.settledAt'),
      cell: (alert) =>
        alert.releasedAt
          ? t('ledger.settledBy', { name: alert.releasedBy ?? '—', time: f.stamp(alert.releasedAt) })
          : null,
    },
    { key: 'r', label: t('ledger.reason'), wide: true, cell: (alert) => alert.reason },
  ];
  return (
    <SimpleTable
      caption={caption}
      rows={alerts}
      rowKey={(alert) => `${alert.sessionId} ${alert.foundAt.toISOString()}`}
      empty={<EmptyState title={empty.title}>{empty.text}</EmptyState>}
      columns={[
        {
          key: 'w',
          label: t('ledger.where'),
          wide: true,
          cell: (alert) => (
            <>
              <Link href={`/office/ledger/${alert.facilityId}/${alert.sessionId}`} prefetch={false}>
                {alert.facilityName}
              </Link>
              <span className={css.under}>
                {[
                  ...[alert.departmentName, alert.practitionerName, f.day(alert.date)],
                  t(`clinic.halfDay.${alert.halfDay}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          ),
        },
        {
          key: 'f',
          label: t('ledger.found'),
          wide: true,
          cell: (alert) => <Findings findings={alert.findings} t={t} />,
        },
        { key: 't', label: t('ledger.foundAt'), cell: (alert) => f.stamp(alert.foundAt) },
        ...(alerts.some((alert) => alert.releasedAt) ? settled : []),
      ]}
    />
  );
}
