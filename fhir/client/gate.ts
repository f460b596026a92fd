/** Lets at most `limit` pieces of work run at once; the others wait their turn in order. */
export function createGate(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      // the place is handed over, not given back, so nobody slips in between
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
