import { describe, expect, test } from 'vitest';
import { compareNames } from './names.ts';
import { judgeByNumber, type PatientFacts } from './rules.ts';

test.each([
  ['王小明', '王小明', 'same'],
  ['王 小明', '王小明', 'same'],
  ['扎西·次仁', '扎西•次仁', 'same'],
  ['阿依莫', '阿衣莫', 'similar'],
  ['張偉', '张伟', 'similar'],
  ['闫丽', '阎丽', 'similar'],
  ['单雄', '单熊', 'similar'], // 单 is Shan as a family name
  ['王小明', '王晓红', 'different'],
  ['', '王小明', 'unknown'],
])('%s and %s are %s', (a, b, likeness) => {
  expect(compareNames(a, b)).toBe(likeness);
});

const number = '519000199003070020';
const patient: PatientFacts = {
  name: '欧阳春梅',
  otherNames: [],
  sex: 'female',
  birthDate: '1990-03-07',
  idNumber: number,
};
const judge = (change: Partial<PatientFacts>, known: string[]) =>
  judgeByNumber({ ...patient, ...change }, known, '2026-11-23');

describe('the rule of the ID number', () => {
  test.each<[string, Partial<PatientFacts>, string[], string, string]>([
    ['links under the same name', {}, ['欧阳春梅'], 'linked', 'id-number-and-name'],
    ['links under a name heard alike', { name: '歐陽春梅' }, ['欧阳春梅'], 'linked', 'id-number-and-name'],
    ['links by a maiden name', { otherNames: ['张梅'] }, ['张梅'], 'linked', 'id-number-and-name'],
    ['links the first to tell of a number', {}, [], 'linked', 'id-number-first'],
    [
      'links without a birth date or sex',
      { birthDate: '', sex: 'unknown' },
      ['欧阳春梅'],
      'linked',
      'id-number-and-name',
    ],
    ['asks people when the name differs', {}, ['李四'], 'review', 'id-number-but-name'],
    [
      'asks people when the birth date differs',
      { birthDate: '1990-03-08' },
      ['欧阳春梅'],
      'review',
      'id-number-but-birth-date',
    ],
    ['asks people when the sex differs', { sex: 'male' }, ['欧阳春梅'], 'review', 'id-number-but-sex'],
    ['leaves alone without a number', { idNumber: '' }, [], 'alone', 'no-id-number'],
    [
      'leaves alone with a number of wrong form',
      { idNumber: '519000199003070021' },
      [],
      'alone',
      'id-number-unreadable',
    ],
  ])('%s', (_name, change, known, state, rule) => {
    expect(judge(change, known)).toMatchObject({ state, rule });
  });

  test('says what it could not compare', () => {
    const { evidence } = judge({ birthDate: '' }, []);
    expect(evidence.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual([
      'id-number same',
      'birth-date unknown',
      'sex same',
      'name unknown',
    ]);
  });
});
