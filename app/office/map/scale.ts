/** One colour class: from `least` (included) up to the next one. */
export type Step = { least: number; most: number };

const fixed: Record<'used' | 'connected' | 'wait', number[]> = {
  used: [0, 20, 40, 60, 80],
  connected: [0, 20, 40, 60, 80],
  wait: [0, 1, 2, 4, 7],
};

/**
 * At most five classes for what the map shows. Rates and waits have fixed bounds, so that two days can be
 * compared; counts are cut where they differ, into round numbers.
 */
export function stepsOf(measure: keyof typeof fixed | 'bookings' | 'residents', values: number[]): Step[] {
  const bounds = measure === 'bookings' || measure === 'residents' ? roundCuts(values) : fixed[measure];
  return bounds.map((least, i) => ({ least, most: bounds[i + 1] ?? Number.POSITIVE_INFINITY }));
}

/** Index of a value's class. */
export const stepOf = (steps: Step[], value: number): number =>
  Math.max(
    0,
    steps.findLastIndex((step) => value >= step.least),
  );

function roundCuts(values: number[]): number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => round(sorted[Math.floor(share * sorted.length)] ?? 0));
  return [...new Set([0, ...cuts])].sort((a, b) => a - b);
}

/** Down to one figure, from 100 on to two: 7 → 7, 38 → 30, 3195 → 3100. */
function round(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - (value >= 100 ? 1 : 0));
  return Math.floor(value / unit) * unit;
}
