import type { z } from 'zod';
import { readAs } from '../kernel/acting.ts';
import type { ContextOf } from '../kernel/context.ts';
import { cursorAt, placeOf } from '../kernel/page.ts';
import { expectOwner } from '../residents/expect-owner.ts';
import type { looksInput, looksOutput, lookView } from './schema.ts';

const atOnce = 30;

/** Who looked at this person's data, newest first, each with what was asked about it. */
export async function listLooks(
  ctx: ContextOf<'resident'>,
  { residentId, cursor }: z.infer<typeof looksInput>,
): Promise<z.infer<typeof looksOutput>> {
  await expectOwner(ctx, residentId);
  const [at, id] = placeOf(cursor);
  const { rows } = await readAs(ctx, { asked: residentId }, (db) =>
    db.query<z.infer<typeof lookView>>({
      name: 'list-looks',
      text: `select e.id, e.at, e.actor_kind as "actorKind", e.actor_name as "actorName", f.name as "facilityName", e.what,
             e.reason, c.stage as "caseStage",
             exists (select 1 from denials d where d.resident_id = e.resident_id and d.kind = 'worker'
                     and d.subject = e.actor_id and d.ended_at is null) as denied
           from access_events e left join facilities f on f.id = e.facility_id
           left join lateral (select stage from cases c where c.resident_id = e.resident_id and c.subject_id = e.id
                              order by c.created_at desc limit 1) c on true
           where e.resident_id = $1 and ($2::timestamptz is null or (e.at, e.id) < ($2, $3::uuid))
           order by e.at desc nulls last, e.id desc nulls last limit ${atOnce + 1}`,
      values: [residentId, at, id],
    }),
  );
  const looks = rows.slice(0, atOnce);
  const last = rows.length > atOnce ? looks.at(-1) : undefined;
  return { looks, next: last ? cursorAt(last.at, last.id) : null, asOf: ctx.clock.now() };
}
