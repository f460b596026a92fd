import { expect, it } from 'vitest';
import { shippedRules } from '#server/navigation/learn/shipped.ts';
import { differenceOf } from './rule-difference.ts';

const [first] = shippedRules.redFlags;
if (!first) throw new Error('red flags ship');
const rule = { kind: 'red-flag' as const, content: first };

it('is nothing between a rule and itself', () => expect(differenceOf(rule, structuredClone(rule))).toEqual([]));

it('names the field, and terms one by one', () => {
  const changed = structuredClone(rule);
  const group = changed.content.patterns[0]?.all[0];
  const gone = group?.shift();
  group?.push('新词');
  changed.content.source = '新来源';
  expect(differenceOf(rule, changed)).toEqual([
    { field: 'source', place: [], before: first.source, after: '新来源', added: [], removed: [] },
    { field: 'group', place: [1, 1], before: '', after: '', added: ['新词'], removed: [gone] },
  ]);
});

it('sees a pattern that came or went', () => {
  const changed = structuredClone(rule);
  changed.content.patterns.push({ all: [['甲', '乙']], ageMonths: { max: 3 } });
  expect(differenceOf(rule, changed).map(({ field, added, after }) => [field, added.length, after])).toEqual([
    ['group', 2, ''],
    ['age', 0, '0–3'],
  ]);
  expect(differenceOf(changed, rule)).toHaveLength(2);
});
