/** How long a visit of this session takes, in seconds: what was planned, corrected by what was seen. */
export type Pace = { mean: number; spread: number };

/** As many visits as the plan weighs against those seen: after a handful the session speaks for itself. */
const plannedWeight = 3;
/** A visit's usual spread as a share of its mean, until enough were seen (our estimate, 2026). */
const usualSpread = 0.5;

/** `planned` is the session's length over its numbers; `seen` are the visits that are over, in seconds. */
export function paceOf(planned: number, seen: number[]): Pace {
  const mean = (planned * plannedWeight + sum(seen)) / (plannedWeight + seen.length);
  if (seen.length < 5) return { mean, spread: mean * usualSpread };
  const own = sum(seen) / seen.length;
  return { mean, spread: Math.sqrt(sum(seen.map((s) => (s - own) ** 2)) / (seen.length - 1)) };
}

const sum = (list: number[]): number => list.reduce((total, n) => total + n, 0);

export type Wait = { from: number; to: number };

/** Nine in ten waits should fall inside the range. */
const z = 1.3;
const step = 5;

/**
 * A range of minutes, never one time (A39): `ahead` people before me, called by `rooms` doctors, half a visit
 * for whoever is inside now, and what is left until the session starts. Rounded outwards to five minutes.
 */
export function waitRange(ahead: number, pace: Pace, rooms: number, minutesToStart = 0): Wait {
  const visits = ahead + 0.5;
  const mean = (pace.mean * visits) / Math.max(1, rooms) / 60;
  const margin = (z * pace.spread * Math.sqrt(visits)) / Math.max(1, rooms) / 60;
  const start = Math.max(0, minutesToStart);
  const from = Math.floor(Math.max(0, start + mean - margin) / step) * step;
  const to = Math.ceil((start + mean + margin) / step) * step;
  return { from, to: Math.max(to, from + step) };
}
