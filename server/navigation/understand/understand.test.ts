import { describe, expect, it } from 'vitest';
import { adviceRules } from './rules/advice.ts';
import { redFlags } from './rules/red-flags.ts';
import { findRedFlags, understand } from './understand.ts';

const rules = { redFlags, adviceRules };

describe('understand', () => {
  it('raises a red flag for what is said, not for what is denied, past or asked', () => {
    const flagged = (text: string) => findRedFlags(text, {}, redFlags).map(({ rule }) => rule.id);
    expect(flagged('胸口压榨样疼痛半小时，出冷汗')).toEqual(['acute-coronary']);
    expect(flagged('没有胸痛，没有出冷汗')).toEqual([]);
  });
  it('ranks all labels, shares adding up to one', () => {
    const { ranked } = understand('宝宝咳嗽三天', {}, rules);
    expect(ranked).toHaveLength(24);
    expect(ranked[0]?.label).toBe('儿科');
    expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});
