import { expect, it } from 'vitest';
import { createTurns, NoTurn } from './turns.ts';

it('lets in so many at once, the rest in order', async () => {
  const turns = createTurns({ max: 2 });
  const first = await turns.take();
  await turns.take();
  const seen: number[] = [];
  const third = turns.take().then(() => seen.push(3));
  const fourth = turns.take().then((release) => {
    seen.push(4);
    release();
  });
  expect(turns.waiting()).toBe(2);
  first();
  first(); // releasing twice gives one turn
  await third;
  expect(seen).toEqual([3]);
  expect(turns.waiting()).toBe(1);
  void fourth;
});

it('turns away when the queue is full or the wait too long', async () => {
  const turns = createTurns({ max: 1, waitMs: 20, queueMax: 1 });
  await turns.take();
  const waits = turns.take();
  await expect(turns.take()).rejects.toThrow(NoTurn);
  await expect(waits).rejects.toThrow('waited too long');
  expect(turns.waiting()).toBe(0);
});
