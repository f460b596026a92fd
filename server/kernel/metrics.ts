import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One registry a process; rooms add their counters here and /metrics prints them. */
export const metrics = new Registry();

/** A counter of a room, e.g. counter('huimin_bookings_total', 'Bookings by outcome', ['outcome']). Labels never hold people. */
export function counter<L extends string>(name: string, help: string, labelNames: L[] = []): Counter<L> {
  return new Counter({ name, help, labelNames, registers: [metrics] });
}

export function gauge<L extends string>(
  name: string,
  help: string,
  labelNames: L[] = [],
  collect?: (set: (value: number, labels?: Partial<Record<L, string>>) => void) => void | Promise<void>,
): Gauge<L> {
  return new Gauge({
    name,
    help,
    labelNames,
    registers: [metrics],
    ...(collect
      ? {
          async collect() {
            await collect((value, labels = {}) => this.set(labels as Record<L, string>, value));
          },
        }
      : {}),
  });
}

/** Seconds; the buckets suit answers from 2 ms to 10 s. */
export function timing<L extends string>(name: string, help: string, labelNames: L[] = []): Histogram<L> {
  const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
  return new Histogram({ name, help, labelNames, buckets, registers: [metrics] });
}
