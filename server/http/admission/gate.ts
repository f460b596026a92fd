/** Parts of the limit: `reserved` stands ready whatever others do, `most` is the ceiling; `queue` is a number of requests. */
export type Share = { reserved: number; most: number; queue: number };
export type Outcome = { start: () => void; refuse: (waitMs: number) => void };
/** What one that entered holds: call when it is done or has gone away, once or more. */
export type Leave = () => void;

type Waiting = Outcome & { since: number; gone: boolean; started: boolean };
type Lane = { share: Share; running: number; queue: Waiting[] };

/**
 * Lets requests in by kind. Each kind has a reserved share and may use what others leave free; a place that
 * gets free goes to the most urgent kind that waits. Queues are short, and nobody waits longer than `waitMs`:
 * who cannot be served is told so, with the time in which places get free.
 */
export class Gate<K extends string> {
  readonly #lanes: Map<K, Lane>;
  readonly #limit: () => number;
  readonly #waitMs: number;
  readonly #now: () => number;
  /** Milliseconds between two places getting free, a running mean. */
  #between = 10;
  #lastFreed = 0;

  /** `shares` in order of urgency. */
  constructor(shares: Record<K, Share>, limit: () => number, waitMs: number, now = () => performance.now()) {
    this.#lanes = new Map(
      Object.entries<Share>(shares).map(([kind, share]) => [kind as K, { share, running: 0, queue: [] }]),
    );
    this.#limit = limit;
    this.#waitMs = waitMs;
    this.#now = now;
  }

  get running(): number {
    return [...this.#lanes.values()].reduce((sum, lane) => sum + lane.running, 0);
  }

  count(kind: K): { running: number; waiting: number } {
    const { running, queue } = this.#lane(kind);
    return { running, waiting: queue.filter((one) => !one.gone).length };
  }

  /** The wait that whoever came now would be told of with a refusal; null when they would not be refused. */
  fullFor(kind: K): number | null {
    const lane = this.#lane(kind);
    return lane.queue.length >= lane.share.queue && !this.#hasPlace(lane) ? this.#expectedMs(lane) : null;
  }

  /** Starts now, starts later, or refuses; exactly one of them, unless it leaves while it waits. */
  enter(kind: K, outcome: Outcome): Leave {
    const lane = this.#lane(kind);
    const one: Waiting = { ...outcome, since: this.#now(), gone: false, started: false };
    if (lane.queue.length === 0 && this.#hasPlace(lane)) this.#start(lane, one);
    else if (lane.queue.length < lane.share.queue) lane.queue.push(one);
    else {
      one.gone = true;
      one.refuse(this.#expectedMs(lane));
    }
    return () => this.#leave(lane, one);
  }

  /** Refuses those who have waited too long. Called every now and then. */
  expire(): void {
    const oldest = this.#now() - this.#waitMs;
    for (const lane of this.#lanes.values()) {
      while (lane.queue[0] && (lane.queue[0].gone || lane.queue[0].since < oldest)) {
        const one = lane.queue.shift();
        if (!one || one.gone) continue;
        one.gone = true;
        one.refuse(this.#expectedMs(lane));
      }
    }
    this.#fill();
  }

  #start(lane: Lane, one: Waiting): void {
    lane.running += 1;
    one.started = true;
    one.start();
  }

  #leave(lane: Lane, one: Waiting): void {
    const held = one.started && !one.gone;
    one.gone = true;
    if (!held) return;
    lane.running -= 1;
    const now = this.#now();
    this.#between += (Math.min(1000, now - this.#lastFreed) - this.#between) / 32;
    this.#lastFreed = now;
    this.#fill();
  }

  #fill(): void {
    for (const lane of this.#lanes.values()) {
      while (lane.queue.length > 0 && this.#hasPlace(lane)) {
        const one = lane.queue.shift();
        if (one && !one.gone) this.#start(lane, one);
      }
    }
  }

  /** A place of its own share, or one that nobody else has reserved. */
  #hasPlace(lane: Lane): boolean {
    const limit = this.#limit();
    if (lane.running >= Math.max(1, lane.share.most * limit)) return false;
    if (lane.running < Math.max(1, lane.share.reserved * limit)) return true;
    let taken = 0;
    for (const other of this.#lanes.values())
      taken += other === lane ? lane.running : Math.max(other.running, other.share.reserved * limit);
    return taken < limit;
  }

  #expectedMs = (lane: Lane): number => Math.max(1000, lane.queue.length * this.#between);

  #lane(kind: K): Lane {
    return this.#lanes.get(kind) as Lane;
  }
}
