import { expect, it } from 'vitest';
import { hospitalsPath, readFilters } from './filters.ts';

const none = { q: '', region: '', level: '', department: '', cursor: '' };
const chengdu = '510100000000';
const wuhou = '510107000000';

it.each([
  ['nothing', {}, none],
  ['the finer of two areas', { city: chengdu, county: wuhou }, { ...none, region: wuhou }],
  [
    'the city when the county is of another city',
    { city: '510300000000', county: wuhou },
    { ...none, region: '510300000000' },
  ],
  ['only values of the right form', { level: '9', department: "03'; --", q: ['a', 'b'], region: '51' }, none],
  [
    'words and filters',
    { q: ' 华西 ', level: '3', department: '03.04' },
    { ...none, q: '华西', level: '3', department: '03.04' },
  ],
])('reads %s', (_what, query, expected) => {
  expect(readFilters(query)).toEqual(expected);
});

it('writes an address that reads back the same', () => {
  const filters = { ...none, q: '华西 口腔', region: wuhou, level: '3' };
  const path = hospitalsPath(filters);
  expect(readFilters(Object.fromEntries(new URL(path, 'http://x').searchParams))).toEqual(filters);
  expect(hospitalsPath(none)).toBe('/hospitals');
});
