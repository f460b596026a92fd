import { indicator, type RatesView } from '#server/reports/schema/statistics.ts';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { type Cell, csvOf } from '../../csv-of.ts';
import { readQuery, statisticsHref } from '../statistics-query.ts';

/** The table as a file, with the same rights and the same hidden numbers as the page. */
export async function GET(request: Request): Promise<Response> {
  const { t } = await getText();
  const input = readQuery(Object.fromEntries(new URL(request.url).searchParams));
  const back = statisticsHref('/office/statistics', input);
  const report = await load(back, api().reports.statistics.query(input));
  const { region, from, until, by } = report;
  const cells = (rates: RatesView): Cell[] =>
    indicator.options.flatMap((each): Cell[] => {
      const { part, whole, value } = rates[each];
      // where there is nothing to measure the cell is empty; only small numbers are hidden
      return [part, whole, whole === null || part === null ? null : value === null ? '' : Number(value.toFixed(4))];
    });
  const headings = indicator.options.flatMap((each) => {
    const name = t(`statistics.indicator.${each}`);
    return [t('statistics.column.part', { name }), t('statistics.column.whole', { name }), name];
  });
  const rows: Cell[][] = [
    [t('statistics.column.key'), t(`statistics.by.${by}`), ...headings],
    [region.code, t('statistics.total', { region: region.name }), ...cells(report.total)],
    ...report.rows.map(({ key, name, rates }) => [key, name, ...cells(rates)]),
  ];
  return new Response(csvOf(rows, t('statistics.hidden', { smallest: report.smallest })), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="statistics-${by}-${region.code}-${from}-${until}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
