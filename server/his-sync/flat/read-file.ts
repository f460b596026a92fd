import { readJson } from './read-json.ts';
import { readTable } from './read-table.ts';
import { readText } from './read-text.ts';
import { rowsMost } from './schema.ts';
import { type FileRead, unreadable } from './source-row.ts';

/** The rows of a file, whichever of its forms it has. Never throws over what a file holds. */
export function readFile(bytes: Uint8Array): FileRead {
  const read = readText(bytes);
  if ('fault' in read) return unreadable(1, { fault: read.fault });
  const text = read.text.trim();
  if (text === '') return unreadable(1, { fault: 'empty' });
  const file = /^[{[]/.test(text) ? readJson(text) : readTable(read.text);
  if (file.rows.length > rowsMost) return unreadable(1, { fault: 'too-many', params: { most: rowsMost } });
  return file.rows.length === 0 && !file.broken ? unreadable(1, { fault: 'empty' }) : file;
}
