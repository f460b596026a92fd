import { expect, it } from 'vitest';
import { checkRuleOn, type FertilityRule, fertilityRuleOn, judgeDeclaration, validUntil } from './fertility.ts';

const old: FertilityRule = {
  ...{ from: '2016-01-01', source: 'invented for the test', asksMarriage: true, childrenMost: 2, validYears: 2 },
};
const rules = [old, ...(fertilityRuleOn('2026-11-23') ? [fertilityRuleOn('2026-11-23') as FertilityRule] : [])];

it('the rule of a day judges it', () => {
  expect(fertilityRuleOn('2023-02-14')).toBeNull();
  expect(fertilityRuleOn('2023-02-15')).toMatchObject({ from: '2023-02-15', asksMarriage: false, validYears: 5 });
  expect(fertilityRuleOn('2023-02-14', rules)).toBe(old);
});

it.each<[string, FertilityRule, number, boolean | null, string | null]>([
  ['today: a fourth child, unmarried', fertilityRuleOn('2026-11-23') as FertilityRule, 4, null, null],
  ['a limit', old, 3, true, 'fertility-children'],
  ['within the limit', old, 2, true, null],
  ['marriage asked and not said', old, 1, null, 'fertility-marriage'],
  ['marriage asked and denied', old, 1, false, 'fertility-marriage'],
])('%s', (_name, rule, childOrder, married, said) => {
  expect(judgeDeclaration(rule, { childOrder, married })).toBe(said);
});

it('counts to the day before the anniversary, leap days too', () => {
  const rule = fertilityRuleOn('2026-11-23') as FertilityRule;
  expect(validUntil(rule, '2026-11-23')).toBe('2031-11-22');
  expect(validUntil(rule, '2024-02-29')).toBe('2029-02-28');
  expect(validUntil(rule, '2026-01-01')).toBe('2030-12-31');
});

it('the periods of a check hold from a day on', () => {
  expect(checkRuleOn('2012-12-31')).toBeNull();
  expect(checkRuleOn('2026-11-23')).toMatchObject({ earlyUntilDay: 84, outcomeDays: 42 });
});
