export type LimitOptions = {
  /** Never fewer at once, never more. It begins with the most: the first minute of a rush is no time to grow. */
  least: number;
  most: number;
  /** How late the process may run before fewer are let in, in milliseconds. */
  lateMs: number;
};

/**
 * How many requests may be worked on at once, learned from how late things run: a tenth less when late, a little
 * more when in time and in use. Unused, it stays as it was.
 */
export class AdaptiveLimit {
  readonly #options: LimitOptions;
  #value: number;

  constructor(options: LimitOptions) {
    this.#options = options;
    this.#value = options.most;
  }

  get value(): number {
    return Math.round(this.#value);
  }

  /** Told regularly how late things ran just now, and how many were worked on. */
  observe(lateMs: number, inUse: number): void {
    const { least, most, lateMs: limit } = this.#options;
    if (lateMs > limit) this.#value = Math.max(least, this.#value * 0.9);
    else if (inUse >= this.#value / 2) this.#value = Math.min(most, this.#value + most / 50);
  }
}
