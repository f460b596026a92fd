import { createTranslator } from 'use-intl/core';
import { describe, expect, it, test } from 'vitest';
import { wordFault } from './fault-text.ts';
import { createFormat } from './format.ts';
import { messagesOf } from './messages.ts';
import { findRefusals } from './refusals.ts';

const root = new URL('../..', import.meta.url).pathname;
const refusals = findRefusals(root);

/** Words that tell a reader what to do next, or that nothing need be done. */
const way = {
  'zh-CN': /请|可以|可到|可在|不需要|先.+再/,
  en: /\b(please|can|choose|ask|try|reload|call|look|go|come|change|compare|correct|check|enter|set|give|keep|book|stop|use|need not|first|add|propose|another|shows)\b/i,
} as const;

const linesOf = (locale: 'zh-CN' | 'en', rule: string): string[] => {
  const t = createTranslator({ locale, messages: messagesOf(locale), timeZone: 'Asia/Shanghai' });
  // every place-holder of every rule has a value; what is left over would show its braces
  const names = [...JSON.stringify(messagesOf(locale).fault).matchAll(/\{(\w+)/g)].map(([, name]) => String(name));
  const values = Object.fromEntries(names.map((name) => [name, '7']));
  return wordFault(t, createFormat(locale), { code: 'refused', rule, params: values }).lines;
};

describe('every refusal of the server', () => {
  it('is found in the source: the calls, the verdicts of rules, and what is absent', () => {
    expect(refusals.size).toBeGreaterThan(150);
    for (const rule of ['full', 'overlap', 'pause-province', 'age-below', 'session-not-found', 'cancel-too-late'])
      expect([...refusals.keys()]).toContain(rule);
  });

  describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
    test.each([...refusals].sort())('%s (%s) says what the rule is, and the way forward', (rule) => {
      const { fault } = messagesOf(locale);
      expect(Object.keys(fault.rule)).toContain(rule);
      const lines = linesOf(locale, rule);
      expect(lines.join(' ')).not.toMatch(/[{}]/);
      expect(lines[0]?.length ?? 0).toBeGreaterThan(locale === 'en' ? 15 : 7);
      expect(lines.join(' ')).toMatch(way[locale]);
    });
  });
});
