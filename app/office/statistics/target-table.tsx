import type { Statistics } from '#server/reports/schema/statistics.ts';
import { getText } from '../../_text/server.ts';
import { StatusBadge } from '../../_ui/callout.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import css from '../office.module.css';
import { RateCell, type Words } from './rate-cell.tsx';

type Target = Statistics['targets'][number];

/** What the country asks, since when and where that is written, and what the area does. */
export async function TargetTable({ report }: { report: Statistics }) {
  const { t, f } = await getText();
  const words: Words = { t, f, smallest: report.smallest };
  const verdict = ({ met }: Target) =>
    met === null ? (
      <StatusBadge tone="plain">{t('statistics.unknown')}</StatusBadge>
    ) : (
      <StatusBadge tone={met ? 'good' : 'wait'}>{t(met ? 'statistics.met' : 'statistics.unmet')}</StatusBadge>
    );
  return (
    <SimpleTable
      caption={t('statistics.targets')}
      rows={report.targets}
      rowKey={(row) => `${row.indicator} ${row.scope}`}
      empty={<p>{t('statistics.noTargets')}</p>}
      columns={[
        {
          key: 'i',
          label: t('statistics.target'),
          cell: (row) => (
            <>
              {t(`statistics.indicator.${row.indicator}`)}
              <span className={css.under}>{t(`statistics.scope.${row.scope}`)}</span>
            </>
          ),
        },
        {
          key: 'a',
          label: t('statistics.asked'),
          align: 'end',
          cell: (row) => t(row.strictly ? 'statistics.moreThan' : 'statistics.atLeast', { percent: row.atLeast }),
        },
        {
          key: 'r',
          label: t('statistics.reached'),
          align: 'end',
          cell: (row) => <RateCell words={words} indicator={row.indicator} rate={row.rate} />,
        },
        { key: 'v', label: t('statistics.verdict'), cell: verdict },
        {
          key: 's',
          label: t('statistics.source'),
          wide: true,
          cell: (row) => (
            <>
              {row.source} {f.isoDay(row.sourceDate)}
              <span className={css.under}>{t('statistics.since', { day: f.isoDay(row.validFrom) })}</span>
            </>
          ),
        },
      ]}
    />
  );
}
