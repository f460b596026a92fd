import { addDays, regionDay, regionInstant, regionTime } from '../kernel/clock.ts';
import type { Pool, Rules } from './rules.ts';

/** Between these hours people sleep: minutes do not count, and only programs would see a number come back. */
export const night = { from: '23:00', to: '06:00' } as const;

/** When the night in which `at` falls is over, or null by day. */
export function morningAfter(at: Date): Date | null {
  const time = regionTime(at);
  if (time < night.to) return regionInstant(regionDay(at), night.to);
  return time >= night.from ? regionInstant(addDays(regionDay(at), 1), night.to) : null;
}

/** `minutes` of day after `at`: those of the night do not count. */
export function afterAwake(at: Date, minutes: number): Date {
  const start = morningAfter(at) ?? at;
  const end = new Date(start.getTime() + minutes * 60_000);
  const evening = regionInstant(regionDay(start), night.from);
  return end <= evening ? end : afterAwake(evening, (end.getTime() - evening.getTime()) / 60_000);
}

type Rest = Pick<Rules, 'returnFromMinutes' | 'returnToMinutes'>;

/**
 * When a returned number that nobody waits for is for everybody again (A31): a random time, so that handing it
 * over to somebody by cancelling cannot be timed. Near the close at most half the time left, never nothing.
 */
export function backAt(now: Date, closeAt: Date, rules: Rest, chance: number): Date {
  const left = (closeAt.getTime() - now.getTime()) / 60_000;
  const longest = Math.min(Math.max(rules.returnToMinutes, rules.returnFromMinutes), left / 2);
  const shortest = Math.min(rules.returnFromMinutes, longest);
  const minutes = shortest + chance * (longest - shortest);
  const awake = afterAwake(now, minutes);
  return awake < closeAt ? awake : new Date(now.getTime() + minutes * 60_000);
}

/** returned: somebody gave it up. added: it is new, or moved over from another pool; nobody could have timed that. */
export type Cause = 'returned' | 'added';
export type ReturnFacts = { status: string; releaseAt: Date; closeAt: Date; waited: boolean };
export type Place = 'free' | 'suspended' | 'quarantined';

/**
 * What a number becomes when it is nobody's any more. Quarantined: kept for those who wait, or until its random
 * time. Only public numbers rest; those of the desk or for referrals go back to their own pool.
 */
export function placeOf(session: ReturnFacts, pool: Pool, cause: Cause, now: Date): Place {
  if (session.status === 'suspended') return 'suspended';
  if (pool !== 'public' || now < session.releaseAt || now >= session.closeAt) return 'free';
  return session.waited || cause === 'returned' ? 'quarantined' : 'free';
}
