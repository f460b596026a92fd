import type { OpeningHours } from '#db/schema/navigation/services.ts';
import { addDays, regionDay, regionInstant, weekdayOf } from '../../kernel/clock.ts';

type Interval = { start: number; end: number };

/** Minutes since local midnight. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Yesterday's night counts too, and a week ahead shows every coming change. */
const daysLooked = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

function intervalsAround(hours: OpeningHours, today: string): Interval[] {
  const all = daysLooked.flatMap((offset) => {
    const day = addDays(today, offset);
    const midnight = regionInstant(day, '00:00').getTime();
    return hours
      .filter(({ days }) => days.includes(weekdayOf(day)))
      .map(({ from, to }) => {
        const [begin, end] = [minutesOf(from), minutesOf(to)];
        return { start: midnight + begin * 60_000, end: midnight + (end > begin ? end : end + 1440) * 60_000 };
      });
  });
  return join(all.sort((a, b) => a.start - b.start));
}

/** Intervals that touch or overlap are one. */
function join(sorted: Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else joined.push({ ...next });
  }
  return joined;
}

export type OpenState = { open: boolean; always: boolean; changesAt: Date | null };

/** Open at `now`? `changesAt`: when it closes if open, else when it opens next. Local times of the region. */
export function openStateAt(hours: OpeningHours, now: Date): OpenState {
  const intervals = intervalsAround(hours, regionDay(now));
  const at = now.getTime();
  const current = intervals.find(({ start, end }) => start <= at && at < end);
  const always = intervals.length === 1 && current !== undefined && current.end - at > 7 * 86_400_000;
  if (current) return { open: true, always, changesAt: always ? null : new Date(current.end) };
  const next = intervals.find(({ start }) => start > at);
  return { open: false, always: false, changesAt: next ? new Date(next.start) : null };
}

/** Facts that nobody has confirmed for so long are stale: call before going (E10). Our proposal. */
export const reviewDays = 180;
export const isStale = (reviewedOn: string, today: string): boolean => addDays(reviewedOn, reviewDays) < today;
