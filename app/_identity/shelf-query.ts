import { type Shelf, shelves } from '#server/records/identity/schema.ts';

type Query = Record<string, string | string[] | undefined>;

/** Which shelf a page shows, and from where on. */
export function shelfQueryOf({ shelf, cursor }: Query): { shelf: Shelf; cursor: string | null } {
  return {
    shelf: shelves.find((one) => one === shelf) ?? 'open',
    cursor: typeof cursor === 'string' && cursor.length < 100 ? cursor : null,
  };
}
