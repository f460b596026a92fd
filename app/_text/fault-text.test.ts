import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { type Trouble, wordFault } from './fault-text.ts';
import { createFormat } from './format.ts';
import { messagesOf } from './messages.ts';

const word = (trouble: Trouble, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const t = createTranslator({ locale, messages: messagesOf(locale), timeZone: 'Asia/Shanghai' });
  return wordFault(t, createFormat(locale), trouble);
};

describe('a refusal', () => {
  it('says the rule, what blocks, and when next', () => {
    const blocking = { kind: 'appointment', id: 'a', label: '呼吸内科' };
    const nextAt = '2026-11-24T00:00:00Z';
    expect(word({ code: 'refused', rule: 'day-limit', params: { limit: 2 }, blocking, nextAt })).toEqual({
      title: '暂时不能办理',
      lines: [
        '同一就诊人一天最多预约 2 个号。',
        '与它冲突的是：呼吸内科。',
        '最早可在 11月24日 周二 08:00 再试。',
        '请选择其他日期，或先取消这一天不需要的预约。',
      ],
      blocking,
    });
  });
  it('says when booking opens rather than when to try again', () => {
    const { lines } = word({ code: 'refused', rule: 'not-released', nextAt: '2026-11-24T00:00:00Z' });
    expect(lines[1]).toBe('11月24日 周二 08:00 开始放号。');
  });
  it('does not repeat a way forward that its sentence says', () => {
    expect(word({ code: 'refused', rule: 'women-only', params: { department: '妇科' } }).lines).toHaveLength(1);
  });
  it('names a rule it has no words for', () => {
    expect(word({ code: 'refused', rule: 'brand-new' }).lines[0]).toContain('brand-new');
    expect(word({ code: 'network', rule: 'network' }, 'en').lines[0]).toContain('safe to try again');
  });
  it('leaves no gap when a value is missing', () => {
    expect(word({ code: 'refused', rule: 'code-wrong' }).lines[0]).not.toContain('{');
  });
});
