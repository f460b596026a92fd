/** Too many wait already, or the wait got too long. The caller answers "busy, try again shortly". */
export class NoTurn extends Error {}

export type Turns = { take: () => Promise<() => void>; waiting: () => number };

/**
 * At most `max` holders at once; the rest wait in order, at most `waitMs` and at most `queueMax` of them.
 * Transactions take a turn before a pool client, so that a rush of bookings leaves clients for reads and
 * waits here, where waiting is not mistaken for a database that does not answer.
 */
export function createTurns({
  max,
  waitMs = 10_000,
  queueMax = 5000,
}: {
  max: number;
  waitMs?: number;
  queueMax?: number;
}): Turns {
  let busy = 0;
  const queue = new Set<() => void>();
  const release = () => {
    const next = queue.values().next().value;
    if (next) next();
    else busy -= 1;
  };
  const once = (done: () => void) => {
    let used = false;
    return () => {
      if (used) return;
      used = true;
      done();
    };
  };
  const take = () => {
    if (busy < max) {
      busy += 1;
      return Promise.resolve(once(release));
    }
    if (queue.size >= queueMax) return Promise.reject(new NoTurn('too many are waiting'));
    return new Promise<() => void>((resolve, reject) => {
      const timer = setTimeout(() => {
        queue.delete(turn);
        reject(new NoTurn('waited too long'));
      }, waitMs);
      const turn = () => {
        clearTimeout(timer);
        queue.delete(turn);
        resolve(once(release));
      };
      queue.add(turn);
    });
  };
  return { take, waiting: () => queue.size };
}
