import { z } from 'zod';

/** Behind which row a list goes on that is in the order of an instant and an id. */
export const cursor = z.string().refine((told) => {
  const [at, id, ...more] = told.split('~');
  return z.iso.datetime().safeParse(at).success && z.guid().safeParse(id).success && more.length === 0;
});
export const cursorAt = (at: Date, id: string): string => `${at.toISOString()}~${id}`;
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
