import { describe, expect, it } from 'vitest';
import type { Facts } from '../understand/schema.ts';
import type { Sureness } from './rules.ts';
import { tierOf } from './tiers.ts';

const tier = (words: string, first: string, facts: Facts = {}, sureness: Sureness = 'sure') =>
  tierOf({ words, first, facts, sureness }).rule;

describe('where to begin', () => {
  it.each([
    ['高血压一直稳定，想开药', '03.04', {}, 'stable-chronic'],
    ['高血压突然头晕得厉害', '03.04', {}, 'hospital-first-visit'],
    ['怀孕六个月，血压高想复查', '05', { pregnant: true }, 'pregnant-or-infant'],
    ['宝宝咳嗽', '07', { ageMonths: 8 }, 'pregnant-or-infant'],
    ['看东西有重影', '10', {}, 'needs-specialist'],
    ['咳嗽三天', '03.01', { days: 3, ageMonths: 360 }, 'common-and-short'],
    ['咳嗽三个月', '03.01', { days: 90, ageMonths: 360 }, 'hospital-first-visit'],
    ['咳嗽三天', '03.01', { days: 3, ageMonths: 900 }, 'hospital-first-visit'],
  ] as const)('%s → %s', (words, first, facts, rule) => {
    expect(tier(words, first, facts)).toBe(rule);
  });
  it('is general practice near home when words do not settle it', () => {
    expect(tierOf({ words: '不舒服', first: '10', facts: {}, sureness: 'unsure' })).toMatchObject({
      rule: 'not-sure',
      advice: 'township',
    });
  });
});
