import { describe, expect, it } from 'vitest';
import { departmentIds, practitionerIdOf } from './directory-rules.ts';

const wish = (hisId: string, catalogCode = '03.04') => ({ hisId, catalogCode });
const ids = (known: { id: string; hisId: string | null }[], given: ReturnType<typeof wish>[]) =>
  departmentIds('H1', known, given).map((d) => d.id);

describe('ids of departments', () => {
  it.each<[string, { id: string; hisId: string | null }[], ReturnType<typeof wish>[], string[]]>([
    ['are facility and code', [], [wish('a')], ['H1:03.04']],
    ['adopt what was seeded without the hospital', [{ id: 'H1:03.04', hisId: null }], [wish('a')], ['H1:03.04']],
    [
      'count on where a code comes twice',
      [],
      [wish('a'), wish('b'), wish('c')],
      ['H1:03.04', 'H1:03.04-2', 'H1:03.04-3'],
    ],
    [
      'stay as they are',
      [
        { id: 'H1:03.04-2', hisId: 'b' },
        { id: 'H1:03.04', hisId: 'a' },
      ],
      [wish('b'), wish('a')],
      ['H1:03.04-2', 'H1:03.04'],
    ],
    ['follow a new code', [{ id: 'H1:03.04', hisId: 'a' }], [wish('a', '05')], ['H1:05']],
  ])('%s', (_name, known, given, expected) => expect(ids(known, given)).toEqual(expected));
});

it('ids of doctors fit into an address', () => {
  expect(practitionerIdOf('H0001', 'YS7')).toBe('H0001.YS7');
  const long = practitionerIdOf('H0001', 'x'.repeat(64));
  expect(long.length).toBeLessThanOrEqual(60);
  expect(long).not.toBe(practitionerIdOf('H0001', 'x'.repeat(63)));
});
