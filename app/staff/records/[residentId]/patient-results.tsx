import type { z } from 'zod';
import type { resultLine } from '#server/records/schema.ts';
import { getText } from '../../../_text/server.ts';
import { Section } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';
import { boundsText, ReadingValue } from '../../../(resident)/records/reading-line.tsx';
import css from '../../staff.module.css';

type Result = z.infer<typeof resultLine>;

/** Within these days a result may save a repeated test (B20; the clinician decides). */
const recentDays = 90;
const dayMs = 86_400_000;

/** The latest value of each measurement, recent ones first, since they are what need not be done again. */
export async function PatientResults({ results, asOf }: { results: Result[]; asOf: Date }) {
  const { t } = await getText();
  const daysOf = ({ at }: Result) => (at ? Math.floor((asOf.getTime() - at.getTime()) / dayMs) : null);
  const isRecent = (one: Result) => (daysOf(one) ?? recentDays + 1) <= recentDays;
  const [recent, older] = [results.filter(isRecent), results.filter((one) => !isRecent(one))];
  return (
    <Section title={t('patient.recent', { days: recentDays })}>
      <p>{recent.length > 0 ? t('patient.recentLead') : t('patient.noRecent', { days: recentDays })}</p>
      {recent.length > 0 ? (
        <ResultTable caption={t('patient.recent', { days: recentDays })} results={recent} daysOf={daysOf} />
      ) : null}
      {older.length > 0 ? (
        <details className={css.details}>
          <summary>{t('patient.older')}</summary>
          <ResultTable caption={t('patient.older')} results={older} daysOf={daysOf} />
        </details>
      ) : null}
    </Section>
  );
}

type Table = { caption: string; results: Result[]; daysOf: (one: Result) => number | null };

async function ResultTable({ caption, results, daysOf }: Table) {
  const { t, f } = await getText();
  const when = (one: Result) => {
    const days = daysOf(one);
    return one.at && days !== null ? f.aside(f.isoDay(one.at), t('patient.daysAgo', { days })) : t('records.noDate');
  };
  return (
    <SimpleTable
      caption={caption}
      rows={results}
      rowKey={(one) => one.key}
      columns={[
        { key: 'm', label: t('patient.measure'), cell: (one) => one.reading.title },
        { key: 'v', label: t('patient.value'), cell: (one) => <ReadingValue reading={one.reading} t={t} /> },
        { key: 'r', label: t('patient.range'), cell: (one) => boundsText(one.reading, t) || '—' },
        {
          key: 'a',
          label: t('patient.when'),
          cell: when,
        },
        { key: 'w', label: t('patient.where'), cell: (one) => one.facilityName },
      ]}
    />
  );
}
