import type { Breaker, BreakerPolicy } from '#fhir/client/breaker.ts';
import type { ClinicalType } from '#fhir/resources/clinical/shapes.ts';

/** Types in the order in which they refer to one another. */
export const directoryTypes = [
  'Organization',
  'Location',
  'HealthcareService',
  'Practitioner',
  'PractitionerRole',
] as const;
/** Appointments before Slots: a number that comes back is free only once we know whose booking ended. */
export const bookingTypes = ['Schedule', 'Appointment', 'Slot'] as const;
export type PulledType = (typeof directoryTypes)[number] | (typeof bookingTypes)[number] | ClinicalType;

/** What a hospital writes may become visible so much later than it is stamped (slow commits, several nodes). */
export const overlapMs = 30_000;
/** Departments and doctors seldom change; they are asked for so often. */
export const directoryEveryMs = 300_000;
/** Everything is read once more so often, which heals whatever a clock set back has hidden. */
export const sweepEveryMs = 6 * 3_600_000;
export const leaseMs = 60_000;

/** Hospitals that are pulled at once by one process: the ill ones have places of their own and hold up nobody. */
export const pullsAtOnce = { well: 4, ill: 2 } as const;

/** Three failures in a row open the breaker; from then on one call tries, at most every five minutes. */
export const breakerPolicy: BreakerPolicy = { threshold: 3, baseMs: 1_000, capMs: 300_000, probeMs: 30_000 };

/** Poll interval: 15 s up to a hundred hospitals, growing to a minute at 432, so that asking stays about 7 a second. */
export const pollSeconds = (hospitals: number): number => Math.min(60, Math.max(15, Math.ceil((hospitals * 60) / 432)));

/** Records are asked for seldom, since there are many types of them; a notice brings a change at once. */
export const recordsEveryMs = 600_000;

const askAgainMs = 100;

/**
 * When one that found no place comes back: the later the more there are in the line (by when each comes back), since
 * 430 hospitals that ask three times a second would do nothing but ask. `chance` is a number in [0, 1).
 */
export function joinLine(line: Map<string, Date>, who: string, now: Date, chance: number): Date {
  for (const [id, at] of line) if (at <= now) line.delete(id);
  const at = new Date(now.getTime() + (line.size + 1) * askAgainMs * (0.5 + chance));
  line.set(who, at);
  return at;
}

/** The breaker as it is kept in a row: how many failures, and no call before when. */
export function breakerOf(row: { failures: number; nextTryAt: Date | null }): Breaker {
  const phase = row.failures >= breakerPolicy.threshold ? 'open' : 'closed';
  return { phase, failures: row.failures, notBefore: row.nextTryAt?.getTime() ?? 0 };
}

export type Cursor = { since: Date; raisedAt: Date; settled: boolean; sweptAt: Date };

/**
 * From which time of change to ask; null asks for everything. While something older may still appear the
 * overlap is read again; afterwards only what is newer, so that an idle hospital answers with empty pages.
 */
export function boundOf(cursor: Cursor | null, now: Date): Date | null {
  if (!cursor || now.getTime() - cursor.sweptAt.getTime() >= sweepEveryMs) return null;
  return new Date(Math.max(0, cursor.since.getTime() + (cursor.settled ? 1 : -overlapMs)));
}

export type Pulled = { startedAt: Date; bound: Date | null; newest: Date | null };

/**
 * The cursor after a complete search. The high-water mark is the hospital's own stamp; one that lies in the
 * future is not believed, or everything after the clock is put right would lie below it.
 */
export function nextCursor(cursor: Cursor | null, pulled: Pulled): Cursor {
  const { startedAt } = pulled;
  const newest = pulled.newest && pulled.newest > startedAt ? startedAt : pulled.newest;
  const sweptAt = pulled.bound === null || !cursor ? startedAt : cursor.sweptAt;
  if (!cursor || (newest && newest > cursor.since)) {
    return { since: newest ?? new Date(0), raisedAt: startedAt, settled: false, sweptAt };
  }
  const quiet = startedAt.getTime() - cursor.raisedAt.getTime() >= overlapMs;
  return { ...cursor, settled: cursor.settled || quiet, sweptAt };
}
