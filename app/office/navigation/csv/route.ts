import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { readQuery, reportHref } from '../report-query.ts';
import { csvText } from './csv-text.ts';

/** The report as a file, with the same rights and the same hidden numbers as the page. */
export async function GET(request: Request): Promise<Response> {
  const { t } = await getText();
  const input = readQuery(Object.fromEntries(new URL(request.url).searchParams));
  const back = reportHref('/office/navigation', input);
  const report = await load(back, api().reports.guideReport.query(input));
  const headings = {
    part: t('guideReport.title'),
    what: t('guideReport.col.what'),
    figures: (['visits', 'first', 'among', 'rerouted', 'urgent', 'atMost'] as const).map((name) =>
      t(`guideReport.col.${name}`),
    ),
    parts: {
      total: report.region.name,
      month: t('guideReport.byMonth'),
      department: t('guideReport.byDepartment'),
      facility: t('guideReport.byFacility'),
      version: t('guideReport.byVersion'),
      pair: t('guideReport.pairs'),
    },
  };
  const text = csvText(report, headings, t('guideReport.hidden', { smallest: report.smallest }));
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="guide-${report.region.code}-${report.from}-${report.until}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
