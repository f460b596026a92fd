import { expect, it } from 'vitest';
import { inverseOf } from './growth-data.ts';

it('finds the appointments of a resident back from those of the appointments', () => {
  for (const residents of [10_000n, 1_000_000n])
    for (const resident of [0n, 1n, 4711n, residents - 1n])
      expect((((resident * inverseOf(residents)) % residents) * 7919n) % residents).toBe(resident);
});
