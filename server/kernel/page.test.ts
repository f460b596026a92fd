import { expect, it } from 'vitest';
import { cursor, cursorAt, placeOf } from './page.ts';

const at = new Date('2026-02-28T10:00:00.123Z');
const id = '0190a0c0-0000-7000-8000-000000000001';

it('a cursor comes back as it was given, and there is none on the first page', () => {
  expect(placeOf(cursor.parse(cursorAt(at, id)))).toEqual([at.toISOString(), id]);
  expect([placeOf(null), placeOf(undefined)]).toEqual([
    [null, null],
    [null, null],
  ]);
});

it.each([
  ['no instant', `yesterday~${id}`],
  ['no day of the calendar', `2026-02-30T10:00:00.123Z~${id}`],
  ['no id', `${at.toISOString()}~x`],
  ['one part', at.toISOString()],
  ['three parts', `${cursorAt(at, id)}~${id}`],
])('what the database could not read is no cursor: %s', (_name, told) => {
  expect(cursor.safeParse(told).success).toBe(false);
});
