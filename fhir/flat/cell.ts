import { isDate } from '../resources/clinical/primitives.ts';
import type { Column, Form } from './column.ts';

/** What may be wrong with a cell; the words for it are the platform's. */
export type CellFault =
  | 'needed'
  | 'id'
  | 'day'
  | 'moment'
  | 'future'
  | 'word'
  | 'number'
  | 'id-number'
  | 'spreadsheet'
  | 'phone'
  | 'code'
  | 'text'
  | 'long';
export type CellRead = { value: string } | { fault: CellFault };

const longest = 4000;
const dayMs = 86_400_000;
/** Spreadsheets write numbers of more than eleven digits as 5.19E+17, and the digits are gone. */
const shortened = /^\d(\.\d+)?E\+\d+$/i;
const decimal = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;
const marks: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=' };

/** A cell as FHIR writes it, '' where nothing was said. Wide digits, blanks around and signs of both kinds are forgiven. */
export function readCell(column: Column, cell: string, now: Date): CellRead {
  const text = cell.trim();
  if (text === '') return column.needed ? { fault: 'needed' } : { value: '' };
  if (text.length > longest) return { fault: 'long' };
  if (!text.isWellFormed() || /[\p{Cc}\ufffd]/u.test(text.replace(/[\t\r\n]/g, ''))) return { fault: 'text' };
  if (column.form === 'text') return { value: text };
  if (column.form === 'word') return readWord(column, text);
  return readers[column.form](text.normalize('NFKC'), now);
}

function readWord({ words }: Column, text: string): CellRead {
  const said = text.normalize('NFKC').toLowerCase();
  const found = words.find((one) => one.zh.toLowerCase() === said || one.en.toLowerCase() === said);
  return found ? { value: found.code } : { fault: 'word' };
}

type Reader = (text: string, now: Date) => CellRead;

const like =
  (form: RegExp, fault: CellFault): Reader =>
  (text) => {
    if (shortened.test(text)) return { fault: 'spreadsheet' };
    return form.test(text) ? { value: text } : { fault };
  };

const readers: Record<Exclude<Form, 'text' | 'word'>, Reader> = {
  id: like(/^[A-Za-z0-9\-.]{1,64}$/, 'id'),
  ids: (text) => {
    const ids = text.split(/[;,、\s]+/).filter(Boolean);
    return ids.every((one) => /^[A-Za-z0-9\-.]{1,64}$/.test(one)) ? { value: ids.join(';') } : { fault: 'id' };
  },
  code: like(/^\S{1,100}$/, 'code'),
  phone: like(/^\+?[\d-]{5,20}$/, 'phone'),
  'id-number': (text) => like(/^\d{17}[\dX]$/, 'id-number')(text.replace(/\s/g, '').toUpperCase(), new Date(0)),
  number: (text) => {
    const value = plainNumber(text);
    return value === null ? { fault: 'number' } : { value };
  },
  value: (text) => readValue(text),
  day: (text, now) => notAhead(dayOf(text) ?? '', now, 'day'),
  moment: (text, now) => notAhead(momentOf(text) ?? '', now, 'moment'),
};

function notAhead(value: string, now: Date, fault: CellFault): CellRead {
  const at = Date.parse(value);
  if (Number.isNaN(at)) return { fault };
  return at > now.getTime() + dayMs ? { fault: 'future' } : { value };
}

/** '+05.60' is 5.60: the digits behind the point stay. Null if it is no number. */
function plainNumber(text: string): string | null {
  const plain = text
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.');
  return decimal.test(plain) ? plain : null;
}

/** A number, a bound or words; digits that are no number would be lost among the words. */
function readValue(text: string): CellRead {
  const [, mark = '', rest = ''] = /^([<>]=?|≤|≥)?\s*([\s\S]*)$/.exec(text) ?? [];
  const value = plainNumber(rest);
  if (value !== null) return { value: `${marks[mark] ?? mark}${value}` };
  return /^[\d.,\s]*$/.test(rest) ? { fault: 'number' } : { value: text };
}

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

/** '2026-11-02' of 2026-11-2, 2026/11/2, 2026.11.2, 2026年11月2日 and 20261102; null if the calendar has no such day. */
function dayOf(text: string): string | null {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))$/.exec(text);
  if (!match) return null;
  const day = `${match[1]}-${two(match[2] ?? match[4])}-${two(match[3] ?? match[5])}`;
  return isDate(day) ? day : null;
}

/** A day, with a time of day by the region's clock unless it names its zone. */
function momentOf(text: string): string | null {
  const at = text.search(/[T\s]/);
  const day = dayOf(at < 0 ? text : text.slice(0, at));
  if (!day || at < 0) return day;
  const time = /^(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text.slice(at + 1).trim());
  if (!time || Number(time[1]) > 23 || Number(time[2]) > 59 || Number(time[3] ?? 0) > 59) return null;
  return `${day}T${two(time[1])}:${time[2]}:${time[3] ?? '00'}${time[4] ?? '+08:00'}`;
}
