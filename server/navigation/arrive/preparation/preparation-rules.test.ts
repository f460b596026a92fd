import { describe, expect, it } from 'vitest';
import type { PreparationRow } from '../../schema/preparation.ts';
import { findTest, knownTests } from './known-tests.ts';
import { preparationFor, preparationForTest } from './preparation-rules.ts';

const row = (said: Partial<PreparationRow>): PreparationRow => ({
  ...{ id: 'x', departmentId: '', numberType: '', test: '', changedBy: '', updatedAt: new Date(0) },
  ...{ fastingHours: null, earlyMinutes: null, oldResults: null, companion: null },
  ...{ documents: null, documentsEn: null, note: null, noteEn: null },
  ...said,
});
const heart = { departmentId: 'X:03.04', catalogCode: '03.04', numberType: 'ordinary' as const };

describe('preparation for a visit', () => {
  it('has defaults, by department and by number type', () => {
    expect(preparationFor([], heart)).toMatchObject({ fastingHours: 0, earlyMinutes: 30, companion: false });
    expect(preparationFor([], { ...heart, catalogCode: '07.04' })).toMatchObject({ companion: true });
    expect(preparationFor([], { ...heart, catalogCode: '50.04' })).toMatchObject({ companion: true });
    expect(preparationFor([], { ...heart, numberType: 'chronic' }).documents.zh).toContain('慢病手册');
    expect(preparationFor([], { ...heart, catalogCode: '10' }).note.zh).toContain('散瞳');
  });

  const facility = row({ earlyMinutes: 45, companion: true });
  const special = row({ numberType: 'special', earlyMinutes: 15 });
  const department = row({ departmentId: 'X:03.04', earlyMinutes: 20, documents: '心电图', documentsEn: '' });
  const both = row({ departmentId: 'X:03.04', numberType: 'special', fastingHours: 6 });
  const rows = [both, department, special, facility];
  it.each([
    ['the facility’s row', [facility], heart, { earlyMinutes: 45, companion: true }],
    ['the department before the facility', rows, heart, { earlyMinutes: 20, companion: true, fastingHours: 0 }],
    [
      'department and number type before all, each matter by itself',
      rows,
      { ...heart, numberType: 'special' as const },
      { earlyMinutes: 20, fastingHours: 6, companion: true },
    ],
    [
      'the number type where the department says nothing',
      rows,
      { ...heart, departmentId: 'X:07', numberType: 'special' as const },
      { earlyMinutes: 15 },
    ],
    ['nothing of a test', [row({ test: 'ct', fastingHours: 4 })], heart, { fastingHours: 0 }],
  ])('%s', (_, given, subject, expected) => expect(preparationFor(given, subject)).toMatchObject(expected));

  it('takes a text over in both languages together', () => {
    expect(preparationFor(rows, heart).documents).toEqual({ zh: '心电图', en: '' });
  });
  it('may say that nothing is needed', () => {
    expect(preparationFor([row({ documents: '', oldResults: false })], heart)).toMatchObject({
      ...{ documents: { zh: '', en: '' }, oldResults: false },
    });
  });
});

describe('preparation for a test', () => {
  it('is the usual one, or the facility’s', () => {
    expect(preparationForTest([], 'blood-fasting')).toMatchObject({
      fastingHours: 8,
      companion: false,
      earlyMinutes: 0,
    });
    expect(preparationForTest([row({ test: 'blood-fasting', fastingHours: 10 })], 'blood-fasting')).toMatchObject({
      ...{ fastingHours: 10 },
      note: findTest('blood-fasting')?.needs.note,
    });
    expect(preparationForTest([], 'unheard-of')).toMatchObject({ fastingHours: 0, documents: { zh: '' } });
  });
  it('has a name in both languages for each, and no code twice', () => {
    for (const test of knownTests) expect(test.name.zh && test.name.en).toBeTruthy();
    expect(new Set(knownTests.map((test) => test.code)).size).toBe(knownTests.length);
  });
});
