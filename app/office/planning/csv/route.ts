import { methods } from '#server/family-planning/schema/methods.ts';
import { type PlanningFigures, planningShare } from '#server/reports/schema/planning.ts';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { type Cell, csvOf } from '../../csv-of.ts';
import { planningHref, readQuery } from '../planning-query.ts';
import { linesOf } from '../report-rows.ts';

/** The table as a file, with the same rights and the same hidden numbers as the page. */
export async function GET(request: Request): Promise<Response> {
  const { t } = await getText();
  const input = readQuery(Object.fromEntries(new URL(request.url).searchParams));
  const report = await load(planningHref('/office/planning', input), api().reports.planning.query(input));
  const { region, month } = report;
  const cells = ({ registered, couplesChecked, shares, served }: PlanningFigures): Cell[] => [
    ...[registered, couplesChecked],
    ...planningShare.options.flatMap((each): Cell[] => {
      const { part, whole, value } = shares[each];
      return [part, whole, part === null || whole === null ? null : value === null ? '' : Number(value.toFixed(4))];
    }),
    ...methods.map((method) => served[method]),
  ];
  const headings = planningShare.options.flatMap((each) => {
    const name = t(`planningReport.column.${each}`);
    return [t('planningReport.part', { name }), t('planningReport.whole', { name }), name];
  });
  const rows: Cell[][] = [
    [
      ...[t('planningReport.code'), t(`planningReport.by.${input.by}`), t('planningReport.month')],
      ...[t('planningReport.column.registered'), t('planningReport.column.couples'), ...headings],
      ...methods.map((method) => t(`planning.method.${method}`)),
    ],
    ...linesOf(report, input.by, t('planningReport.total', { region: region.name })).map(({ key, name, figures }) => [
      ...(input.by === 'month' ? [region.code, region.name, key] : [key, name, month]),
      ...cells(figures),
    ]),
  ];
  return new Response(csvOf(rows, t('planningReport.hidden')), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="family-planning-${input.by}-${region.code}-${month}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
