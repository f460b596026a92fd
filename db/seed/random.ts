import { createHash } from 'node:crypto';

/** Repeatable choices: the same seed gives the same region on every machine. */
export type Random = {
  /** In [0, 1). */
  next: () => number;
  /** Whole number in [0, below). */
  int: (below: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
};

const hash32 = (text: string) => createHash('sha256').update(text).digest().readUInt32LE(0);

export function randomFrom(seed: string): Random {
  let state = hash32(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  return { next, int, chance: (probability) => next() < probability, pick };
}

/** Picks by weight; the sums are made once. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  let total = 0;
  const steps = entries.map(([item, weight]) => {
    total += weight;
    return { item, upTo: total };
  });
  return (random) => {
    const at = random.next() * total;
    let low = 0;
    for (let high = steps.length - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.upTo ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const step = steps[low];
    if (!step) throw new Error('Nothing to pick from');
    return step.item;
  };
}

/** A UUIDv8 that depends on the text alone, so that seeding again meets the same row. */
export function derivedId(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
