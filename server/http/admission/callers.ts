/** `perSecond` on the long run, `burst` at once, `atOnce` unanswered. */
export type Allowance = { perSecond: number; burst: number; atOnce: number };
type Bucket = { tokens: number; at: number; open: number };

/** More callers than are active in a minute; a bucket that is full again says nothing and may be forgotten. */
const keptMost = 100_000;

/**
 * What each caller may ask for, so that nobody fills the place of others. A signed-in caller is a session; one
 * who is not is an address, many times as generous, because a carrier's address stands for thousands of phones.
 */
export class Callers {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;

  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** Takes one of the caller's allowance; else the milliseconds after which it has one again. */
  take(caller: string, allowance: Allowance): { leave: () => void } | { waitMs: number } {
    const now = this.#now();
    const bucket = this.#bucketOf(caller, allowance, now);
    const gained = ((now - bucket.at) / 1000) * allowance.perSecond;
    bucket.tokens = Math.min(allowance.burst, bucket.tokens + gained);
    bucket.at = now;
    if (bucket.tokens < 1) return { waitMs: ((1 - bucket.tokens) / allowance.perSecond) * 1000 };
    if (bucket.open >= allowance.atOnce) return { waitMs: 1000 };
    bucket.tokens -= 1;
    bucket.open += 1;
    let left = false;
    return {
      leave: () => {
        if (!left) bucket.open -= 1;
        left = true;
      },
    };
  }

  #bucketOf(caller: string, { burst }: Allowance, now: number): Bucket {
    const known = this.#buckets.get(caller);
    if (known) return known;
    if (this.#buckets.size >= keptMost) this.#forget();
    const bucket = { tokens: burst, at: now, open: 0 };
    this.#buckets.set(caller, bucket);
    return bucket;
  }

  /** The older half goes, except callers who still wait for an answer. */
  #forget(): void {
    let left = keptMost / 2;
    for (const [caller, bucket] of this.#buckets) {
      if (left === 0) return;
      left -= 1;
      if (bucket.open === 0) this.#buckets.delete(caller);
    }
  }
}
