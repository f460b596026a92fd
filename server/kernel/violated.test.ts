import { expect, it } from 'vitest';
import { violated } from './transaction.ts';

const failure = (code: string, message: string, constraint?: string) =>
  Object.assign(new Error(message), { code, ...(constraint ? { constraint } : {}) });

it.each([
  ['as one server says it', failure('23505', 'duplicate key', 'seats_day'), 'seats_day'],
  [
    'as a node of a cluster says it',
    failure('23505', 'duplicate key value violates unique constraint "seats_day_102265"'),
    'seats_day',
  ],
  [
    'an exclusion on a node',
    failure('23P01', 'conflicting key value violates exclusion constraint "no_overlap_102265"'),
    'no_overlap',
  ],
  [
    'a foreign key, which names its table too',
    failure('23503', 'insert on table "offers_102199" violates foreign key constraint "offers_fk_102199"'),
    'offers_fk',
  ],
  ['wrapped by the query builder', new Error('Failed', { cause: failure('23505', 'x', 'seats_day') }), 'seats_day'],
  ['a missing value is no constraint', failure('23502', 'null value in column "a" of relation "b"'), undefined],
  ['a deadlock', failure('40P01', 'deadlock detected'), undefined],
  ['a lost connection', new Error('Connection terminated'), undefined],
])('names what refused a row: %s', (_, error, name) => {
  expect(violated(error)).toBe(name);
});
