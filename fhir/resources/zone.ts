/** All hospitals of the region keep one clock; it has no summer time, so a fixed offset is exact. */
const offsetMs = 8 * 3_600_000;

/** 'YYYY-MM-DD' on the region's calendar. */
export function localDate(instant: Date | number): string {
  return new Date(Number(instant) + offsetMs).toISOString().slice(0, 10);
}

/** Minutes since local midnight. */
export function localMinutes(instant: Date | number): number {
  const local = new Date(Number(instant) + offsetMs);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** The instant of a local date and minutes since its midnight, in milliseconds. */
export function atLocal(date: string, minutes: number): number {
  return Date.parse(`${date}T00:00:00Z`) - offsetMs + minutes * 60_000;
}
