'use client';

import type { Substituted } from '#server/schedules/schema/substitute.ts';
import { useText } from '../../../_text/client-text.tsx';
import { wordFault } from '../../../_text/fault-text.ts';
import { StatusBadge } from '../../../_ui/callout.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';

/** Each clinic: taken over, with how many were told, or why it stays as it was. */
export function OutcomeTable({ clinics }: { clinics: Substituted['clinics'] }) {
  const { t, f } = useText();
  return (
    <SimpleTable
      caption={t('stoppage.substitute.outcome')}
      rows={clinics}
      rowKey={(row) => row.sessionId}
      columns={[
        {
          key: 'c',
          label: t('stoppage.new.clinics'),
          wide: true,
          cell: (row) => `${f.day(row.date)} ${t(`clinic.halfDay.${row.halfDay}`)} · ${row.departmentName}`,
        },
        {
          key: 'o',
          label: t('stoppage.substitute.outcome'),
          wide: true,
          cell: ({ rule, params, told }) =>
            rule ? (
              <>
                <StatusBadge tone="stop">{t('stoppage.substitute.stays')}</StatusBadge>{' '}
                {wordFault(t, f, { code: 'refused', rule, params }).lines[0]}
              </>
            ) : (
              <>
                <StatusBadge tone="good">{t('stoppage.substitute.changed')}</StatusBadge>{' '}
                {t('stoppage.substitute.told', { count: told })}
              </>
            ),
        },
      ]}
    />
  );
}
