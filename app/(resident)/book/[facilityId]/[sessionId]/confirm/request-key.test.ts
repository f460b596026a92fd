import { expect, it } from 'vitest';
import { idempotencyKey } from '#server/booking/schema.ts';
import { forgetKey, keepKey } from './request-key.ts';

function fakeStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it('keeps one key a wish until it is answered', () => {
  const store = fakeStore();
  const key = keepKey('a', store);
  expect(keepKey('a', store)).toBe(key);
  expect(keepKey('b', store)).not.toBe(key);
  expect(idempotencyKey.safeParse(key).success).toBe(true);
  forgetKey('a', store);
  expect(keepKey('a', store)).not.toBe(key);
});
