import { expect, it } from 'vitest';
import { eachInTurn, inChunks } from './each-in-turn.ts';

const list = Array.from({ length: 6 }, (_, n) => ({ n, facilityId: `F${n}`, name: '张三' }));

/** Works through the list; `fail` says with what one fails, or null. */
async function through(fail: (n: number) => Error | null) {
  const done: number[] = [];
  const logged: string[] = [];
  const log = { error: (fields: object) => logged.push(JSON.stringify({ ...fields, err: undefined })) };
  const ended = await eachInTurn(log, 'numbers', list, async ({ n }) => {
    const error = fail(n);
    if (error) throw error;
    done.push(n);
  }).then(
    () => 'well',
    (error: Error) => error.message,
  );
  return { done, ended, logged };
}

it('one that fails is named and holds up nobody, and the job fails in the end', async () => {
  const wrong = new Error('wrong');
  expect(await through(() => null)).toEqual({ done: [0, 1, 2, 3, 4, 5], ended: 'well', logged: [] });
  expect(await through((n) => (n % 2 === 0 ? wrong : null))).toEqual({
    ...{ done: [1, 3, 5], ended: 'numbers: 3 of 6 failed' },
    logged: ['{"facilityId":"F0"}', '{"facilityId":"F2"}', '{"facilityId":"F4"}'],
  });
  expect(await through((n) => (n < 5 ? wrong : null))).toMatchObject({ done: [5] });
});

it('a database that is gone is not asked for each of the others', async () => {
  const gone = new Error('Connection terminated');
  expect(await through(() => gone)).toMatchObject({ done: [], ended: 'Connection terminated' });
  expect(await through((n) => (n < 2 ? gone : null))).toMatchObject({ done: [2, 3, 4, 5] });
});

it('cuts ids into lists of at most so many', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }));
  expect(inChunks(rows, 2)).toEqual([{ ids: ['a', 'b'] }, { ids: ['c'] }]);
  expect(inChunks([], 2)).toEqual([]);
});
