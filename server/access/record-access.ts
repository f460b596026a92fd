import { type Client, readAs } from '../kernel/acting.ts';
import { actorId, type Context } from '../kernel/context.ts';

/**
 * Leaves a row, visible to the resident, for each read of that person's data by somebody else. The same reader of
 * the same thing for the same reason within an hour is one reading: a list refreshed all morning is not a hundred.
 */
export async function recordAccess(ctx: Looking, residentIds: string[], what: string, reason: string): Promise<void> {
  const people = [...new Set(residentIds)];
  // one's own rows are all that the role may write
  if (people.length > 0) await readAs(ctx, {}, (db) => note(db, ctx, people, what, reason));
}

type Looking = Pick<Context, 'db' | 'actor' | 'clock' | 'ids'>;

async function note(db: Client, ctx: Looking, people: string[], what: string, reason: string): Promise<void> {
  const { actor } = ctx;
  const now = ctx.clock.now();
  const { rows: noted } = await db.query<{ id: string }>({
    name: 'recent-access',
    text: `select distinct resident_id as id from access_events
           where resident_id = any($1::uuid[]) and actor_id = $2 and what = $3 and reason = $5 and at > $4`,
    values: [people, actorId(actor), what, new Date(now.getTime() - 3_600_000), reason],
  });
  const recent = new Set(noted.map((row) => row.id));
  const fresh = people.filter((id) => !recent.has(id));
  if (fresh.length === 0) return;
  await db.query({
    name: 'record-access',
    text: `insert into access_events (resident_id, id, at, actor_kind, actor_id, actor_name, facility_id, what, reason)
           select r.resident_id, r.id, $3, $4, $5, $6, $7, $8, $9 from unnest($1::uuid[], $2::uuid[]) r (resident_id, id)`,
    values: [
      ...[fresh, fresh.map(() => ctx.ids.next()), now, actor.kind, actorId(actor)],
      ...['name' in actor ? actor.name : '', 'facilityId' in actor ? actor.facilityId : null, what, reason],
    ],
  });
}
