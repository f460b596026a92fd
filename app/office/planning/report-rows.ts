import type { PlanningFigures, PlanningReport } from '#server/reports/schema/planning.ts';
import type { PlanningQuery } from './planning-query.ts';

/** A line of the tables; `code` leads further down, where there is something below. */
export type Line = { key: string; name: string; code: string | null; figures: PlanningFigures };

/** The whole first, then its regions or its months; the same for the page and for the file. */
export function linesOf(report: PlanningReport, by: PlanningQuery['by'], totalName: string): Line[] {
  if (by === 'month')
    return report.byMonth.map(({ month, figures }) => ({ key: month, name: month, code: null, figures }));
  const total = { key: report.region.code, name: totalName, code: null, figures: report.total };
  const below = report.regions.map(({ code, name, figures }) => ({ key: code, name, code, figures }));
  return [total, ...below];
}
