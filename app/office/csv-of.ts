export type Cell = string | number | null;

/** A cell that a spreadsheet takes for text, never for a formula. */
function cellText(cell: Cell, hidden: string): string {
  if (cell === null) return hidden;
  const text = String(cell);
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a file; a byte order mark, so that Chinese opens right. Null cells are worded by `hidden`. */
export const csvOf = (rows: Cell[][], hidden: string): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => cellText(cell, hidden)).join(',')).join('\r\n')}\r\n`;
