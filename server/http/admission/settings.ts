import type { LimitOptions } from './adaptive-limit.ts';
import type { Allowance } from './callers.ts';
import type { Share } from './gate.ts';
import type { WorkClass } from './work-class.ts';

type GateSettings = { limit: LimitOptions; waitMs: number; shares: Record<WorkClass, Share> };

/**
 * This process: 400 at once keep two batches of 100 bookings full and the next two filling, above that only
 * latency grows; below 240 batches would run half empty just when they matter. Lists and reports may never take what
 * bookings and visits need.
 */
export const apiGate: GateSettings = {
  limit: { least: 240, most: 480, lateMs: 120 },
  waitMs: 1500,
  shares: {
    booking: { reserved: 0.5, most: 0.85, queue: 4000 },
    record: { reserved: 0.12, most: 0.5, queue: 400 },
    'sign-in': { reserved: 0.04, most: 0.2, queue: 200 },
    list: { reserved: 0.06, most: 0.3, queue: 300 },
    ask: { reserved: 0.03, most: 0.1, queue: 60 },
    export: { reserved: 0.01, most: 0.05, queue: 20 },
  },
};

/** The web process: it renders one page at a time, in 5 to 50 ms, so 96 at once is a wait of seconds. */
export const webGate: GateSettings = {
  limit: { least: 12, most: 96, lateMs: 2500 },
  waitMs: 4000,
  shares: {
    booking: { reserved: 0.3, most: 0.6, queue: 200 },
    record: { reserved: 0.3, most: 0.6, queue: 200 },
    'sign-in': { reserved: 0.05, most: 0.2, queue: 60 },
    list: { reserved: 0.1, most: 0.5, queue: 150 },
    ask: { reserved: 0.05, most: 0.2, queue: 40 },
    export: { reserved: 0.05, most: 0.15, queue: 20 },
  },
};

/**
 * Of one session, in each process. A person needs a few a minute, a page with its parts a dozen at once; what is
 * above is a program, and this much of a program harms nobody: 60 of the 4,400 places for bookings.
 */
export const perSession: Record<WorkClass, Allowance> = {
  booking: { perSecond: 5, burst: 60, atOnce: 60 },
  record: { perSecond: 20, burst: 100, atOnce: 20 },
  'sign-in': { perSecond: 1, burst: 20, atOnce: 5 },
  list: { perSecond: 10, burst: 100, atOnce: 20 },
  ask: { perSecond: 0.5, burst: 15, atOnce: 3 },
  export: { perSecond: 2, burst: 30, atOnce: 4 },
};

/** An address stands for a household, a school, or a carrier's thousands. */
const phonesBehindAnAddress = 50;
export const perAddress = (kind: WorkClass): Allowance => {
  const { perSecond, burst, atOnce } = perSession[kind];
  const n = phonesBehindAnAddress;
  return { perSecond: perSecond * n, burst: burst * n, atOnce: atOnce * n };
};
