export type Clock = { now: () => Date };
export const systemClock: Clock = { now: () => new Date() };

/** The region's zone has no summer time, so its days are found by adding eight hours. */
const zoneMs = 8 * 3_600_000;

/** Calendar day 'YYYY-MM-DD' in the region. */
export const regionDay = (at: Date): string => new Date(at.getTime() + zoneMs).toISOString().slice(0, 10);
/** 'HH:MM' in the region. */
export const regionTime = (at: Date): string => new Date(at.getTime() + zoneMs).toISOString().slice(11, 16);
/** The instant of a local day and time of the region, e.g. ('2026-05-01', '08:00'). */
export const regionInstant = (day: string, time: string): Date => new Date(`${day}T${time.slice(0, 5)}:00+08:00`);
/** The day `days` after `day`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
