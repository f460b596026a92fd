import { describe, expect, it } from 'vitest';
import { readFacts } from './facts.ts';
import { normalise } from './normalise.ts';
import { adviceRules } from './rules/advice.ts';
import { redFlags } from './rules/red-flags.ts';
import { understand } from './understand.ts';

describe('ages', () => {
  it.each([
    ['宝宝10个半月，发烧', 10],
    ['宝宝两个月，发烧', 2],
    ['宝宝50天，体温38.6', 1],
    ['新生儿10天', 0],
    ['宝宝一个半月', 1],
    ['孩子3岁', 36],
    ['孩子反复发烧3天', 60],
    ['孩子咳嗽两个月', 60],
  ])('%s', (text, months) => {
    expect(readFacts(normalise(text)).ageMonths).toBe(months);
  });
});

describe('red flags on words inside other words', () => {
  const raised = (text: string) =>
    understand(text, {}, { redFlags, adviceRules })
      .flags.filter(({ rule }) => rule.kind !== 'fever')
      .map(({ rule }) => rule.id);
  it.each([
    '吃抗病毒药能不能喝茶',
    '脸发烫有小疹子',
    '用硫酸特布他林雾化，咳嗽好多了',
    '额温枪测了36.5，脚凉',
    '宝宝10个半月，发烧38.5一天，精神好',
    '孩子反复发烧3天，昨天退了',
    '吃了避孕药，月经血块很多血',
    '麻醉后头晕抽搐是什么原因引起',
  ])('%s', (text) => {
    expect(raised(text)).toEqual([]);
  });
});
