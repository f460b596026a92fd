import type { GuideFigures, GuideReport } from '#server/reports/schema/guide.ts';

type Cell = string | number | null;

/** A cell that a spreadsheet takes for text, never for a formula. */
function cellText(cell: Cell, hidden: string): string {
  if (cell === null) return hidden;
  const text = String(cell);
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type Headings = { part: string; what: string; figures: string[]; parts: Record<Part, string> };
type Part = 'total' | 'month' | 'department' | 'facility' | 'version' | 'pair';

const figuresOf = (row: GuideFigures): Cell[] => [
  ...[row.visits, row.first, row.among, row.rerouted, row.urgent],
  row.urgentAtMost === null ? '' : Number(row.urgentAtMost.toFixed(6)),
];

/** The report as one table with the part it belongs to in front; a byte order mark, so that Chinese opens right. */
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
  return `\uFEFF${rows.map((row) => row.map((cell) => cellText(cell, hidden)).join(',')).join('\r\n')}\r\n`;
}
