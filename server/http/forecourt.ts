import type { ServerResponse } from 'node:http';

export type Visitor = {
  res: ServerResponse;
  /** Answers at once when the answer is sure by now; false when only a try can tell. */
  answered: () => Promise<boolean>;
  go: () => void;
};

/** Two batches of 100 that are written, and what fills the next: more at once would only wait further in. */
const atWorkMost = 240;
/** Whoever finds it full goes on to the door, where callers are counted: nobody can block it for others. */
const parkedMost = 2000;

/**
 * Where bookings stand before anything is spent on them. Opening a cookie and looking up its session cost four times
 * what "sold out" does; in a rush most of those who stand here are told that, in the order in which they came.
 */
export class Forecourt {
  #atWork = 0;
  #calling = false;
  readonly #parked: Visitor[] = [];

  enter(visitor: Visitor): void {
    if (this.#atWork < atWorkMost || this.#parked.length >= parkedMost) this.#start(visitor);
    else this.#parked.push(visitor);
  }

  #start({ res, go }: Visitor): void {
    if (res.closed) return;
    this.#atWork += 1;
    res.once('close', () => {
      this.#atWork -= 1;
      void this.#callNext();
    });
    go();
  }

  async #callNext(): Promise<void> {
    if (this.#calling) return;
    this.#calling = true;
    while (this.#atWork < atWorkMost) {
      const next = this.#parked.shift();
      if (!next) break;
      if (!next.res.closed && !(await next.answered())) this.#start(next);
    }
    this.#calling = false;
  }
}
