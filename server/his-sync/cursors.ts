import type { Services } from '../kernel/context.ts';
import { type Cursor, nextCursor, overlapMs, type Pulled, type PulledType } from './rules.ts';

export type Cursors = Map<string, Cursor & { pulledAt: Date }>;

export async function readCursors(services: Pick<Services, 'db'>, facilityId: string): Promise<Cursors> {
  const { rows } = await services.db.pool.query<Cursor & { pulledAt: Date; type: string }>({
    name: 'read-his-cursors',
    text: `select resource_type as type, since, raised_at as "raisedAt", settled, swept_at as "sweptAt", pulled_at as "pulledAt"
           from his_cursors where facility_id = $1`,
    values: [facilityId],
  });
  return new Map(rows.map((row) => [row.type, row]));
}

/** Saves how far a complete search of one type came. */
export async function saveCursor(
  services: Pick<Services, 'db'>,
  facilityId: string,
  type: PulledType,
  pulled: Pulled & { cursor: Cursor | null; resources: number },
): Promise<void> {
  const next = nextCursor(pulled.cursor, pulled);
  await services.db.pool.query({
    name: 'save-his-cursor',
    text: `insert into his_cursors (facility_id, resource_type, since, raised_at, settled, swept_at, pulled_at, resources)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (facility_id, resource_type) do update set since = excluded.since, raised_at = excluded.raised_at,
             settled = excluded.settled, swept_at = excluded.swept_at, pulled_at = excluded.pulled_at,
             resources = his_cursors.resources + excluded.resources`,
    values: [
      facilityId,
      type,
      next.since,
      next.raisedAt,
      next.settled,
      next.sweptAt,
      pulled.startedAt,
      pulled.resources,
    ],
  });
}

/**
 * `stamped` is what the hospital stamps at this moment. Marks that lie above it come from a clock since set
 * back: they are lowered, or its next changes would never be asked for.
 */
export async function lowerCursors(services: Pick<Services, 'db'>, facilityId: string, stamped: Date): Promise<void> {
  await services.db.pool.query({
    name: 'lower-his-cursors',
    text: `update his_cursors set since = $2, settled = false where facility_id = $1 and since > $3`,
    values: [facilityId, stamped, new Date(stamped.getTime() + overlapMs / 2)],
  });
}
