import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** Swapped in tests for repeatable rows. `chance`: a number in [0, 1) that nobody can foresee. */
export type Ids = { next: () => string; code: () => string; chance: () => number };

// no 0/O, 1/I/L, 2/Z, 5/S, 8/B: it is read over the phone and typed by others
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY';

/** Proof-of-booking code: eight characters, 25^8 ≈ 1.5e11, unique per facility by constraint. */
const code = () => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');

const chanceSteps = 2 ** 47;
const chance = () => randomInt(chanceSteps) / chanceSteps;

export const systemIds: Ids = { next: () => v7(), code, chance };
