import { expect, it } from 'vitest';
import type { AdviceAnswer } from '#server/navigation/schema/ask.ts';
import { findKept, forget, keep } from './kept.ts';
import { emptyWish } from './wish.ts';

const store = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    kept,
  };
};
const told = { wish: emptyWish('a'), story: { facts: {}, text: '咳嗽', added: [] }, answer: {} as AdviceAnswer };

it('gives back what was told, for half an hour', () => {
  const tab = store();
  keep(told, 0, tab);
  expect(findKept(29 * 60_000, tab)?.story.text).toBe('咳嗽');
  expect(findKept(30 * 60_000, tab)).toBeNull();
  expect(tab.kept.size).toBe(0);
});

it('forgets when told to, and when what is kept cannot be read', () => {
  const tab = store();
  keep(told, 0, tab);
  forget(tab);
  expect(findKept(0, tab)).toBeNull();
  tab.setItem('huimin-care', '{');
  expect(findKept(0, tab)).toBeNull();
  expect(tab.kept.size).toBe(0);
});
