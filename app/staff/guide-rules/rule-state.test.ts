import { describe, expect, it } from 'vitest';
import type { RuleContent } from '#server/navigation/learn/schema.ts';
import { shippedRules } from '#server/navigation/learn/shipped.ts';
import { emptyRule, newPattern, readPattern, readRule, readTerms, rowsOf } from './rule-state.ts';

function formOf({ kind, content }: RuleContent): FormData {
  const data = new FormData();
  const fields = {
    ...{ 'rule-id': content.id, 'name-zh': content.name.zh, 'name-en': content.name.en, source: content.source },
    ...{ 'reason-zh': content.reason.zh, 'reason-en': content.reason.en, 'valid-from': content.validFrom },
    ...(kind === 'setting' ? { value: content.value } : {}),
    ...(kind === 'red-flag' ? { flag: content.kind } : {}),
  };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('a rule through the form', () => {
  const shipped: RuleContent[] = [
    ...shippedRules.redFlags.map((content) => ({ kind: 'red-flag' as const, content })),
    ...shippedRules.adviceRules.map((content) => ({ kind: 'advice' as const, content })),
    ...shippedRules.settings.map((content) => ({ kind: 'setting' as const, content })),
  ];
  it('comes back as it was, for every rule that ships', () => {
    expect(shipped.length).toBeGreaterThan(5);
    for (const rule of shipped) expect(readRule(rule.kind, formOf(rule), rowsOf(rule)), rule.content.id).toEqual(rule);
  });
  it('starts with one empty group of one pattern', () => {
    expect(rowsOf(emptyRule('red-flag', '2026-11-23')).patterns.map((row) => row.groups.length)).toEqual([1]);
  });
});

describe('terms', () => {
  it('are parted by Chinese and Latin marks and lines, once each, and keep their blanks', () => {
    expect(readTerms('胸痛、 胸口痛，chest pain;胸痛\n\n心口痛')).toEqual(['胸痛', '胸口痛', 'chest pain', '心口痛']);
  });
  it('leave out what is empty', () => {
    expect(readPattern(newPattern())).toEqual({ all: [] });
    expect(readPattern({ ...newPattern({ all: [['胸痛']] }), below: '36', pregnant: 'no' })).toEqual({
      ...{ all: [['胸痛']], ageMonths: { max: 36 }, pregnant: false },
    });
  });
});
