import { describe, expect, it } from 'vitest';
import { entries, questionBetween } from './questions.ts';
import { adviceRules } from './rules/advice.ts';
import { redFlags } from './rules/red-flags.ts';
import { understand } from './understand.ts';

const rules = { redFlags, adviceRules };

describe('deciding questions', () => {
  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s: each answer decides for its own side',
    (_id, entry) => {
      for (const [side, option] of entry.options.entries()) {
        const { ranked } = understand(`有点不舒服。${option.zh}`, {}, rules);
        const share = (label: string) => ranked.find((one) => one.label === label)?.share ?? 0;
        const [here, there] = [entry.between[side] ?? '', entry.between[1 - side] ?? ''];
        expect(share(here), `${option.zh}: ${here} over ${there}`).toBeGreaterThan(share(there));
      }
    },
  );
  it('are found whichever department stands first, and have names of their own', () => {
    for (const { between, id } of entries) {
      expect(questionBetween(...between)?.id).toBe(id);
      expect(questionBetween(between[1], between[0])?.id).toBe(id);
    }
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });
});
