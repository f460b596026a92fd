/**
 * Circuit breaker as data: it can be kept in a row and shared by processes. Times are milliseconds since the epoch and
 * come from outside, as does chance (a number in [0, 1)).
 */
export type Breaker = {
  phase: 'closed' | 'open' | 'half-open';
  /** Failures in a row. */
  failures: number;
  /** No call before this. In half-open: the probe is given up as lost at this time. */
  notBefore: number;
};

export type BreakerPolicy = { threshold: number; baseMs: number; capMs: number; probeMs: number };

export const healthy: Breaker = { phase: 'closed', failures: 0, notBefore: 0 };
export const defaultPolicy: BreakerPolicy = { threshold: 3, baseMs: 1_000, capMs: 300_000, probeMs: 30_000 };

/** Wait before the next try: doubling, capped, and between a half and the whole of it, so that hospitals do not pile up. */
export function backoffMs(failures: number, policy: BreakerPolicy, chance: number): number {
  const whole = Math.min(policy.capMs, policy.baseMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.round(whole / 2 + (whole / 2) * chance);
}

/** Asks leave for a call. An open breaker whose time has come lets one probe through and holds the others back. */
export function beforeCall(
  state: Breaker,
  now: number,
  policy: BreakerPolicy,
): { allowed: true; state: Breaker } | { allowed: false; state: Breaker; waitMs: number } {
  if (now < state.notBefore) return { allowed: false, state, waitMs: state.notBefore - now };
  if (state.phase === 'closed') return { allowed: true, state };
  return { allowed: true, state: { ...state, phase: 'half-open', notBefore: now + policy.probeMs } };
}

export function afterSuccess(): Breaker {
  return healthy;
}

/** `retryAfterMs` is the hospital's own wish: never sooner than that, never later than the cap. */
export function afterFailure(
  state: Breaker,
  now: number,
  chance: number,
  policy: BreakerPolicy,
  retryAfterMs = 0,
): Breaker {
  const failures = state.failures + 1;
  const wait = Math.max(backoffMs(failures, policy, chance), Math.min(retryAfterMs, policy.capMs));
  const opens = state.phase !== 'closed' || failures >= policy.threshold;
  return { phase: opens ? 'open' : 'closed', failures, notBefore: now + wait };
}
