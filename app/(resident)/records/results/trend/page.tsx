import type { Metadata } from 'next';
import { getText } from '../../../../_text/server.ts';
import { api } from '../../../../_trpc/server.ts';
import { Callout } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Panel, Section } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { SimpleTable } from '../../../../_ui/table.tsx';
import { loadRecord } from '../../load-record.ts';
import { boundsText, ReadingValue, rangeText, unitWord } from '../../reading-line.tsx';
import css from '../../records.module.css';
import { readWhose } from '../../whose.ts';
import { scaleOf } from './scale.ts';
import { TrendChart } from './trend-chart.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('records.trend') };
}

/** One measurement over time: as a picture, in words, and as a table. */
export default async function TrendPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const whose = await readWhose('/records/results', searchParams);
  const { key } = await searchParams;
  const asked = { residentId: whose.residentId, key: typeof key === 'string' ? key : '-' };
  const { points } = await loadRecord('/records/results', whose, api().records.trend.query(asked));
  const last = points.at(-1);
  if (!last) return null;
  const { title, unit } = last.reading;
  const scale = scaleOf(points);
  const words = (last.reading.flag || 'normal') as 'normal';
  const about = `records.about.${asked.key.split('|')[1] ?? ''}` as 'records.about.718-7';
  return (
    <Column>
      <PageHead
        title={title}
        back={{ href: `/records/results${whose.query}`, label: t('records.tab.results') }}
        lead={t.has(about) ? t(about) : undefined}
      />
      <Callout tone={words === 'normal' ? 'good' : 'wait'} title={<ReadingValue reading={last.reading} t={t} />}>
        <p>{t(`records.reading.${words}`, { range: rangeText(last.reading, t) || t('records.noRange') })}</p>
        <p>{t('records.notADiagnosis')}</p>
      </Callout>
      {scale ? (
        <Section title={t('records.course')}>
          <Panel>
            <TrendChart
              scale={scale}
              label={t('records.chartLabel', { title, count: scale.points.length })}
              day={(at) => f.isoDay(at)}
              unit={unitWord(unit, t)}
            />
          </Panel>
        </Section>
      ) : null}
      <Section title={t('records.values')}>
        <SimpleTable
          caption={t('records.values')}
          rows={[...points].reverse()}
          rowKey={(point) => point.id}
          columns={[
            {
              key: 'at',
              label: t('records.date'),
              cell: (point) => (point.at ? f.isoDay(point.at) : t('records.noDate')),
            },
            { key: 'value', label: title, cell: (point) => <ReadingValue reading={point.reading} t={t} /> },
            {
              key: 'range',
              label: t('records.rangeTitle'),
              cell: (point) => <span className={css.small}>{boundsText(point.reading, t) || '—'}</span>,
            },
            { key: 'where', label: t('records.where'), cell: (point) => point.facilityName },
          ]}
        />
      </Section>
    </Column>
  );
}
