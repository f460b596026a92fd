/** A record as a spreadsheet numbers it: its first row is 1, and an empty row counts. */
export type CsvRecord = { row: number; cells: string[] };
export type CsvRead = { records: CsvRecord[]; broken: number | null };

/**
 * Reads RFC 4180 strictly: a quoted cell may hold separators, line ends and doubled quotes; a quote anywhere else is a
 * fault, since from there on every cell would be in doubt. `broken` is the row of the first one: reading ends there.
 */
export function readCsv(text: string, separator: string): CsvRead {
  const records: CsvRecord[] = [];
  let at = 0;
  for (let row = 1; at < text.length; row += 1) {
    const cells: string[] = [];
    for (;;) {
      const cell = cellAt(text, at, separator);
      if (!cell) return { records, broken: row };
      cells.push(cell.value);
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    records.push({ row, cells });
  }
  return { records, broken: null };
}

/** The cell that begins at `at` and the index behind it; null if its quotes are wrong. */
function cellAt(text: string, at: number, separator: string): { value: string; end: number } | null {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
      if (text[end] === '"') return null;
      end += 1;
    }
    return { value: text.slice(at, end), end };
  }
  let value = '';
  for (let from = at + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    value += text.slice(from, quote);
    const next = text[quote + 1];
    if (next !== '"') {
      const over = next === undefined || next === separator || next === '\r' || next === '\n';
      return over ? { value, end: quote + 1 } : null;
    }
    value += '"';
    from = quote + 2;
  }
}

/** What parts the cells of a heading: spreadsheets of some languages write semicolons, copies from them tabs. */
export function separatorOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  return [',', ';', '\t'].find((one) => heading.includes(one)) ?? ',';
}
