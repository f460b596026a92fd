/** One figure of a benchmark; the form is the same for all of them. */
export type Result = {
  name: string;
  value: number;
  unit: string;
  /** How it was measured: clients, processes, counts. */
  detail: string;
};

export type BenchOptions = {
  /** Length of each measured run. */
  seconds: number;
  /** Progress for people; it goes to standard error, so that --json stays clean. */
  note: (text: string) => void;
};

const shown = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));

/** With `json`, one object a line; else a table for people. */
export function printResults(results: Result[], json: boolean): void {
  if (json) {
    for (const result of results) console.log(JSON.stringify({ ...result, value: Number(result.value.toFixed(3)) }));
    return;
  }
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log();
  for (const { name, value, unit, detail } of results) {
    console.log(`${name.padEnd(width)}  ${shown(value).padStart(10)} ${unit.padEnd(5)}  ${detail}`);
  }
}

/** The value below which `share` of the sorted values lie. */
export const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
