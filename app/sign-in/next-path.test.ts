import { expect, it } from 'vitest';
import { safeNext } from './next-path.ts';

it.each(['/me', '/book/H0001/x?window=2026-11-24T01:00:00Z', '/hospitals?q=%E5%8D%8E'])('goes back to %s', (path) => {
  expect(safeNext(path)).toBe(path);
});

it.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/a\\..\\b',
  '/\t/evil.example',
  '/\n',
  '',
  null,
  undefined,
])('leads home for %s', (path) => {
  expect(safeNext(path)).toBe('/');
});
