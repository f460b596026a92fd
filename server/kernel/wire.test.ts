import { expect, test } from 'vitest';
import { wire } from './wire.ts';

const overTheWire = (value: unknown) => wire.deserialize(JSON.parse(JSON.stringify(wire.serialize(value) ?? null)));

test('instants arrive as instants, at any depth', () => {
  const at = new Date('2026-11-24T01:00:00.000Z');
  const value = { at, list: [{ at, name: '内科' }], none: null, n: 3, day: '2026-11-24' };
  expect(overTheWire(value)).toEqual(value);
});

test('a request without instants is ordinary JSON', () => {
  const input = { key: 'k', residentId: 'r', deep: [1, { a: '2026-11-24T01:00:00.000Z' }] };
  expect(wire.serialize(input)).toEqual(input);
});

test('a prototype cannot be smuggled in', () => {
  const out = wire.deserialize(JSON.parse('{"__proto__": {"admin": true}, "a": 1}')) as { admin?: boolean };
  expect(out.admin).toBeUndefined();
  expect(out).toEqual({ a: 1 });
});
