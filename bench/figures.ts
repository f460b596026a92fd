import type { Measured } from './booking-load.ts';
import { quantile, type Result } from './result.ts';

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Times and processor time of the requests of several runs. */
export function costs(name: string, runs: Measured[]): Result[] {
  const latencies = runs.flatMap((run) => run.latencies).sort((a, b) => a - b);
  const time = (what: string, share: number) => ({
    ...{ name: `${name}.${what}`, value: quantile(latencies, share), unit: 'ms', detail: 'request to answer' },
  });
  const used = (what: 'api' | 'postgres' | 'load', detail: string) => ({
    ...{ name: `${name}.cpu_${what}`, value: median(runs.map(({ cpu }) => cpu[what])), unit: 'µs', detail },
  });
  return [
    time('p50_ms', 0.5),
    time('p99_ms', 0.99),
    used('api', 'processor time of the api a request'),
    used('postgres', 'of Postgres'),
    used('load', 'of the threads that ask'),
  ];
}
