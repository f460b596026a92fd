import { z } from 'zod';

const placeBehind = (when: z.ZodType<string>) =>
  z.string().refine((told) => {
    const [at, id, ...more] = told.split('~');
    // the calendar of the database has no year 0
    const known = when.safeParse(at).success && !told.startsWith('0000');
    return known && z.guid().safeParse(id).success && more.length === 0;
  });

/** Behind which row a list goes on that is in the order of an instant and an id. */
export const cursor = placeBehind(z.iso.datetime());
/** The same of a list in the order of a day and an id. */
export const dayCursor = placeBehind(z.iso.date());
export const cursorAt = (at: Date, id: string): string => `${at.toISOString()}~${id}`;
export const cursorOn = (day: string, id: string): string => `${day}~${id}`;
/** Both parts of it for a statement; null on the first page. */
export function placeOf(told: string | null | undefined): [at: string | null, id: string | null] {
  const [at = null, id = null] = told?.split('~') ?? [];
  return [at, id];
}

/** Keyset pages: `next` is null on the last page. */
export const pageInput = z.object({
  cursor: cursor.nullish(),
  limit: z.number().int().min(1).max(100).default(20),
});
