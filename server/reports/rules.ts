import type { FiguresView, HisHealth } from './schema.ts';

/** A51: waits are counted to the first free public number within the usual horizon (domain.md §3.1: 14 days). */
export const waitHorizonDays = 14;
/** Coming and past days that the figures speak of. */
export const figureDays = 7;
/** A hospital is polled at least once a minute; ten minutes of silence are not chance. */
export const lateAfterMinutes = 10;

export type Endpoint = { enabled: boolean; state: 'new' | 'ok' | 'failing' | 'stopped'; lastMessageAt: Date | null };

/** One word for how a hospital's connection is, worst first in `healthOrder`. */
export function healthOf(endpoint: Endpoint, now: Date): HisHealth {
  if (!endpoint.enabled || endpoint.state === 'stopped') return 'stopped';
  if (endpoint.state === 'failing') return 'failing';
  if (!endpoint.lastMessageAt) return 'new';
  return now.getTime() - endpoint.lastMessageAt.getTime() > lateAfterMinutes * 60_000 ? 'late' : 'ok';
}
export const healthOrder: readonly HisHealth[] = ['failing', 'stopped', 'late', 'new', 'ok'];
export const isTrouble = (health: HisHealth): boolean =>
  health === 'failing' || health === 'stopped' || health === 'late';

/** How many departments wait so many days; the key null: no free number within the horizon. */
export type Waits = Map<number | null, number>;

/** What is known of one facility; sums of these are what the screens show. */
export type FacilityFigures = {
  regionPath: string;
  hospital: boolean;
  health: HisHealth | null;
  released: number;
  taken: number;
  bookingsNext: number;
  bookingsLast: number;
  waits: Waits;
};

/** Sums over facilities. The median is the lower one of two, so that it is a wait somebody has. */
export function sumFigures(facilities: FacilityFigures[]): FiguresView {
  const sum = (pick: (f: FacilityFigures) => number) => facilities.reduce((total, f) => total + pick(f), 0);
  const waits: Waits = new Map();
  for (const f of facilities) for (const [days, n] of f.waits) waits.set(days, (waits.get(days) ?? 0) + n);
  return {
    bookingsNext: sum((f) => f.bookingsNext),
    bookingsLast: sum((f) => f.bookingsLast),
    released: sum((f) => f.released),
    taken: sum((f) => f.taken),
    wait: { medianDays: medianWait(waits), departments: sizeOf(waits), withoutFree: waits.get(null) ?? 0 },
    hospitals: sum((f) => (f.hospital ? 1 : 0)),
    connected: sum((f) => (f.health ? 1 : 0)),
    troubled: sum((f) => (f.health && isTrouble(f.health) ? 1 : 0)),
  };
}

const sizeOf = (waits: Waits): number => [...waits.values()].reduce((total, n) => total + n, 0);

/** Lower median; departments without a free number rank behind every number of days. */
export function medianWait(waits: Waits): number | null {
  const rank = Math.ceil(sizeOf(waits) / 2);
  if (rank === 0) return null;
  const days = [...waits.keys()].filter((key) => key !== null).sort((a, b) => a - b);
  let seen = 0;
  for (const day of days) {
    seen += waits.get(day) ?? 0;
    if (seen >= rank) return day;
  }
  return null;
}

/** The code one level below `level` on a path such as 'province/city/county/'; '' for the region's own. */
export const childCode = (regionPath: string, level: number): string => regionPath.split('/')[level] ?? '';
