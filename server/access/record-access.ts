import { actorId, type Context } from '../kernel/context.ts';

/**
 * Leaves a row, visible to the resident, for each read of that person's data by somebody else. The same
 * reader of the same thing within an hour is one reading: a list refreshed all morning is not a hundred.
 */
export async function recordAccess(
  ctx: Pick<Context, 'db' | 'actor' | 'clock' | 'ids'>,
  residentIds: string[],
  what: string,
  reason: string,
): Promise<void> {
  const { actor } = ctx;
  const people = [...new Set(residentIds)];
  if (people.length === 0) return;
  await ctx.db.pool.query({
    name: 'record-access',
    text: `insert into access_events (resident_id, id, at, actor_kind, actor_id, actor_name, facility_id, what, reason)
           select r.resident_id, r.id, $3, $4, $5, $6, $7, $8, $9 from unnest($1::uuid[], $2::uuid[]) r (resident_id, id)
           where not exists (select 1 from access_events e where e.resident_id = r.resident_id and e.actor_id = $5
             and e.what = $8 and e.at > $3::timestamptz - interval '1 hour')`,
    values: [
      ...[people, people.map(() => ctx.ids.next()), ctx.clock.now(), actor.kind, actorId(actor)],
      ...['name' in actor ? actor.name : '', 'facilityId' in actor ? actor.facilityId : null, what, reason],
    ],
  });
}
