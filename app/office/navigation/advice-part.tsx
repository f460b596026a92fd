import type { GuideReport } from '#server/reports/schema/guide.ts';
import { getText } from '../../_text/server.ts';
import { Section } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import css from '../office.module.css';
import { type Words, wordPeople } from './figure-columns.tsx';

type Line = { what: string; count: number | null };

/** What was advised to anybody, anywhere in the province. */
export async function AdvicePart({ report }: { report: GuideReport }) {
  const { t, f } = await getText();
  const { advice, smallest } = report;
  const words: Words = { t, f, smallest };
  const sums: Line[] = [
    { what: t('guideReport.asked'), count: advice.asked },
    ...advice.outcomes.map(({ outcome, count }) => ({ what: t(`guideReport.outcome.${outcome}`), count })),
    ...advice.sureness.map(({ sureness, count }) => ({ what: t(`guideReport.sureness.${sureness}`), count })),
    ...advice.ranks.map(({ rank, count }) => ({ what: t(`guideReport.rank.r${rank as 1}`), count })),
  ];
  const table = (caption: string, label: string, rows: Line[]) => (
    <SimpleTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.what}
      columns={[
        { key: 'w', label, cell: (row) => row.what },
        { key: 'n', label: t('guideReport.col.count'), align: 'end', cell: (row) => wordPeople(words, row.count) },
      ]}
    />
  );
  return (
    <Section title={t('guideReport.advice')}>
      <p className={css.note}>{t('guideReport.adviceLead')}</p>
      <div className={css.columns}>
        {table(t('guideReport.advice'), t('guideReport.col.what'), sums)}
        {advice.departments.length > 0
          ? table(
              t('guideReport.col.advised'),
              t('guideReport.col.advised'),
              advice.departments.map(({ name, count }) => ({ what: name, count })),
            )
          : null}
      </div>
    </Section>
  );
}
