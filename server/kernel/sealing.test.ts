import { expect, it } from 'vitest';
import { createSealing } from './sealing.ts';

const sealing = createSealing('a-secret-of-at-least-thirty-two-characters');
const other = createSealing('b-secret-of-at-least-thirty-two-characters');

it('opens what it sealed, and seals the same text differently each time', () => {
  const sealed = sealing.seal('11010519491231002X');
  expect(sealing.open(sealed)).toBe('11010519491231002X');
  expect(sealing.seal('11010519491231002X')).not.toBe(sealed);
  expect(sealed).not.toContain('1101');
});

it('refuses a changed value and another key', () => {
  const sealed = sealing.seal('secret');
  const flipped = sealed.slice(0, -1) + (sealed.endsWith('A') ? 'B' : 'A');
  expect(() => sealing.open(flipped)).toThrow();
  expect(() => other.open(sealed)).toThrow();
  expect(() => sealing.open('v0.a.b.c')).toThrow('version 1');
});

it('derives one resident id from one ID number: a UUIDv8 that changes with the key', () => {
  const id = sealing.residentId('11010519491231002x');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(sealing.residentId('11010519491231002X')).toBe(id);
  expect(other.residentId('11010519491231002X')).not.toBe(id);
});
