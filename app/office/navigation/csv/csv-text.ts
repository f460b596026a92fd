import type { GuideFigures, GuideReport } from '#server/reports/schema/guide.ts';
import { type Cell, csvOf } from '../../csv-of.ts';

export type Headings = { part: string; what: string; figures: string[]; parts: Record<Part, string> };
type Part = 'total' | 'month' | 'department' | 'facility' | 'version' | 'pair';

const figuresOf = (row: GuideFigures): Cell[] => [
  ...[row.visits, row.first, row.among, row.rerouted, row.urgent],
  row.urgentAtMost === null ? '' : Number(row.urgentAtMost.toFixed(6)),
];

/** The report as one table with the part it belongs to in front. */
export function csvText(report: GuideReport, headings: Headings, hidden: string): string {
  const { parts } = headings;
  const rows: Cell[][] = [
    [headings.part, headings.what, ...headings.figures],
    [parts.total, report.region.name, ...figuresOf(report.total)],
    ...report.byMonth.map((row) => [parts.month, row.month, ...figuresOf(row)]),
    ...report.byDepartment.map((row) => [parts.department, row.name, ...figuresOf(row)]),
    ...report.byFacility.map((row) => [parts.facility, row.name, ...figuresOf(row)]),
    ...report.byVersion.map((row) => [parts.version, `${row.rules} ${row.model}`, ...figuresOf(row)]),
    ...report.pairs.map((row) => [parts.pair, `${row.advised.name} → ${row.seen.name}`, row.visits]),
  ];
  return csvOf(rows, hidden);
}
