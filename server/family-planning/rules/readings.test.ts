import { describe, expect, it } from 'vitest';
import { checkItems, itemsFor, readingsFor } from '../schema/items.ts';
import { gradeOf, missingOf, progressOf, readValue } from './readings.ts';

const flagOf = (part: 'woman' | 'man', code: string, value: string) => {
  const read = readValue(part, code, value);
  return 'rule' in read ? read.rule : read.flag;
};

describe('a reading beside its range', () => {
  it.each([
    ['woman', 'glucose', '3.9', 'normal'],
    ['woman', 'glucose', '3.89', 'low'],
    ['woman', 'glucose', '6.10', 'normal'],
    ['woman', 'glucose', '6.2', 'high'],
    ['woman', 'creatinine', '74', 'high'],
    ['man', 'creatinine', '74', 'normal'],
    ['woman', 'rubella-igg', 'negative', 'abnormal'],
    ['woman', 'cmv-igg', 'positive', 'normal'],
    ['man', 'hbsag', 'positive', 'abnormal'],
    ['woman', 'rhesus', 'negative', 'abnormal'],
    ['man', 'glucose', '5', 'planning-reading'],
    ['woman', 'glucose', '5,1', 'planning-number'],
    ['woman', 'glucose', '-5', 'planning-number'],
    ['woman', 'hbsag', 'maybe', 'planning-reading'],
    ['woman', 'invented', '1', 'planning-reading'],
  ] as const)('%s %s %s: %s', (part, code, value, flag) => {
    expect(flagOf(part, code, value)).toBe(flag);
  });

  it('keeps the digits as they were typed', () => {
    expect(readValue('woman', 'glucose', '5.60')).toMatchObject({ value: '5.60', low: '3.9', high: '6.1' });
  });
});

describe('the list of items', () => {
  it('has 19 for the woman, ten of them for the man too, and no reading twice', () => {
    expect([checkItems.length, itemsFor('woman').length, itemsFor('man').length]).toEqual([19, 19, 10]);
    const codes = readingsFor('woman').map((one) => one.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('counts an item when all its readings are noted, the last two by what follows', () => {
    const all = readingsFor('woman').map(({ code }) => ({ code, flag: 'normal' as const }));
    expect(progressOf('woman', all.slice(1), false, false)).toEqual({ done: 16, of: 19 });
    expect(progressOf('woman', all, false, false)).toEqual({ done: 17, of: 19 });
    expect(progressOf('woman', all, true, true)).toEqual({ done: 19, of: 19 });
    expect(missingOf('woman', all.slice(2))).toEqual(['education', 'history']);
  });

  it('raises the grade by every reading outside its range, and by no other', () => {
    expect(gradeOf([{ code: 'cmv-igg', flag: 'normal' }])).toEqual({ grade: 'usual', reasons: [] });
    const odd = gradeOf([
      { code: 'tsh', flag: 'high' },
      { code: 'abo', flag: 'normal' },
      { code: 'hbsag', flag: 'abnormal' },
    ]);
    expect(odd).toEqual({ grade: 'raised', reasons: ['tsh', 'hbsag'] });
  });
});
