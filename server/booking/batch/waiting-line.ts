import type { Database } from '#db/client.ts';
import { Fault } from '../../kernel/errors.ts';
import { gauge, timing } from '../../kernel/metrics.ts';
import { type BatchRequest, sessionKey } from './request.ts';
import { type BatchResult, type Outcome, runBatch } from './run-batch.ts';

/** Bookings of one transaction: more gain nothing (at 100 the fixed part is below a tenth) and hold locks longer. */
const batchMost = 100;
/** Transactions of one process at once: one is written while the next is read. */
const lanes = 2;
/** While one is under way the next begins only with so many: the fixed part of half-empty ones costs a tenth of all bookings. */
const worthAnother = 50;
/** Nobody joins a line in which the wait would be longer, if it is a line at all; who is refused is told when to come again. */
const longestWaitMs = 2000;
const shortLine = 600;
/** Wishes of one account, or for one person, that may wait at once: nobody fills the line for others. */
const mostPerPerson = 10;

type Waiting = {
  request: BatchRequest;
  key: string;
  tries: number;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
};

const seconds = timing('huimin_booking_batch_seconds', 'Time of one batch of bookings');
const waitingNow = gauge('huimin_booking_waiting', 'Bookings that wait for their batch');

/** What is remembered of sessions that cannot be booked: what a batch adds to it, and whom it refuses without one. */
export type Memory = {
  learn: (learned: BatchResult['learned']) => void;
  refuse: (request: BatchRequest) => Promise<Fault | null>;
};

/** The line of one database in this process; other processes have their own, and the database decides between them. */
export class WaitingLine {
  readonly #run: (requests: BatchRequest[]) => Promise<BatchResult>;
  readonly #memory: Memory;
  #waiting: Waiting[] = [];
  /** The same wish under the same key, asked twice at once, is one wish with one answer. */
  readonly #same = new Map<string, Promise<Outcome>>();
  readonly #count = new Map<string, number>();
  /** People whose wish is being decided: their next one waits for it. */
  readonly #busy = new Set<string>();
  #running = 0;
  #planned = false;
  /** Milliseconds a booking takes of the lanes' time, a running mean. */
  #cost = 1;

  constructor(memory: Memory, run = runBatch) {
    this.#memory = memory;
    this.#run = run;
  }

  /** How long one who joined now would wait, by what bookings took of late. */
  get expectedWaitMs(): number {
    return (this.#waiting.length * this.#cost) / lanes;
  }

  join(request: BatchRequest): Promise<Outcome> {
    const { residentId, accountId, key, bodyHash } = request.wish;
    const id = `${residentId} ${accountId} ${key} ${bodyHash}`;
    const same = this.#same.get(id);
    if (same) return same;
    if (this.#waiting.length >= shortLine && this.expectedWaitMs > longestWaitMs)
      throw tooBusy('unavailable', this.expectedWaitMs);
    const people = [`account ${accountId}`, `resident ${residentId}`];
    if (people.some((one) => (this.#count.get(one) ?? 0) >= mostPerPerson)) throw tooBusy('busy', 1000);
    for (const one of people) this.#count.set(one, (this.#count.get(one) ?? 0) + 1);
    const outcome = new Promise<Outcome>((resolve, reject) => {
      this.#waiting.push({ request, key: id, tries: 0, resolve, reject });
    }).finally(() => {
      this.#same.delete(id);
      for (const one of people) {
        const left = (this.#count.get(one) ?? 1) - 1;
        if (left > 0) this.#count.set(one, left);
        else this.#count.delete(one);
      }
    });
    this.#same.set(id, outcome);
    this.#plan();
    return outcome;
  }

  #plan(): void {
    waitingNow.set(this.#waiting.length);
    if (this.#planned || this.#running >= lanes || this.#waiting.length < (this.#running > 0 ? worthAnother : 1))
      return;
    this.#planned = true;
    // what else has come in this turn of the event loop goes along
    setImmediate(() => {
      this.#planned = false;
      const batch = this.#take();
      if (batch.length === 0) return;
      this.#running += 1;
      void this.#serve(batch).finally(() => {
        this.#running -= 1;
        this.#plan();
      });
      this.#plan();
    });
  }

  /** The first in line, one a person: a second wish must see what became of the first. */
  #take(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    const passed = new Set<string>();
    for (const one of this.#waiting) {
      const { residentId } = one.request.wish;
      const free = batch.length < batchMost && !passed.has(residentId) && !this.#busy.has(residentId);
      if (free && one.request.ctx.clock === (batch[0] ?? one).request.ctx.clock) {
        batch.push(one);
        this.#busy.add(residentId);
      } else {
        rest.push(one);
        passed.add(residentId);
      }
    }
    this.#waiting = rest;
    return batch;
  }

  /** In a rush hundreds wait for what has just been sold: they are told now, and only those go on waiting who may yet get it. */
  #sendAway(learned: BatchResult['learned']): void {
    const keys = new Set(learned.map(({ target }) => sessionKey(target)));
    const isConcerned = (one: Waiting) => keys.has(sessionKey(one.request.wish));
    const concerned = this.#waiting.filter(isConcerned);
    if (concerned.length === 0) return;
    this.#waiting = this.#waiting.filter((one) => !isConcerned(one));
    const refused = concerned.map((one) => this.#memory.refuse(one.request).catch(() => null));
    void Promise.all(refused).then((faults) => {
      const staying = concerned.filter((one, i) => {
        const fault = faults[i];
        if (fault) one.resolve({ kind: 'refused', fault });
        return !fault;
      });
      this.#waiting.unshift(...staying);
      this.#plan();
    });
  }

  async #serve(batch: Waiting[]): Promise<void> {
    const started = performance.now();
    const again: Waiting[] = [];
    try {
      const { outcomes, learned } = await this.#run(batch.map((one) => one.request));
      this.#memory.learn(learned);
      this.#sendAway(learned);
      for (const [i, one] of batch.entries()) {
        const outcome = outcomes[i] ?? { kind: 'alone' };
        if (outcome.kind === 'failed') one.reject(outcome.error);
        else if (outcome.kind === 'again' && one.tries < 5) again.push(one);
        else one.resolve(outcome);
      }
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
    for (const one of batch) this.#busy.delete(one.request.wish.residentId);
    for (const one of again) one.tries += 1;
    this.#waiting.unshift(...again); // they keep their places
    const ms = performance.now() - started;
    seconds.observe({}, ms / 1000);
    this.#cost += (ms / batch.length - this.#cost) / 8;
  }
}

/** 'unavailable': all of us are; 'busy': the asker is. */
const tooBusy = (code: 'busy' | 'unavailable', waitMs: number) =>
  new Fault(code, { rule: 'too-busy', nextAt: new Date(Date.now() + Math.max(1000, Math.ceil(waitMs))) });

const lines = new WeakMap<Database, WaitingLine>();

export function lineOf(db: Database, make: () => WaitingLine): WaitingLine {
  let line = lines.get(db);
  if (!line) {
    line = make();
    lines.set(db, line);
  }
  return line;
}
