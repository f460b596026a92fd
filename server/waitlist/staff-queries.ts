import type { z } from 'zod';
import { recordAccess } from '../access/record-access.ts';
import { getRuledTarget } from '../booking/find-target.ts';
import { expectStaff } from '../booking/policy.ts';
import type { ContextOf } from '../kernel/context.ts';
import { findPeople } from '../residents/queries.ts';
import { clearsAt } from './rules.ts';
import type { staffLineOutput, staffLineRow } from './schema.ts';

type Row = Omit<z.infer<typeof staffLineRow>, 'residentName' | 'phoneMasked'> & { residentId: string };

/** Who waits for one of the facility's sessions, in order, then whom it led where; the reading leaves access rows. */
export async function staffLine(ctx: ContextOf<'staff'>, sessionId: string): Promise<z.infer<typeof staffLineOutput>> {
  const { facilityId } = ctx.actor;
  expectStaff(ctx.actor, facilityId, 'see-day');
  const { target } = await getRuledTarget(ctx, facilityId, sessionId);
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'staff-line',
    text: `select w.id, w.resident_id as "residentId", w.state, w.joined_at as "joinedAt", w.channel,
             w.ticket_number as "ticketNumber", w.expires_at as "expiresAt", w.ended_at as "endedAt",
             case when w.state in ('waiting', 'offered') then row_number() over (partition by w.state in ('waiting', 'offered')
               order by w.joined_at, w.id)::int end as position
           from waitlist_entries w where w.facility_id = $1 and w.session_id = $2
           order by w.state in ('waiting', 'offered') desc, w.joined_at, w.id limit 500`,
    values: [facilityId, sessionId],
  });
  const ids = rows.map((row) => row.residentId);
  const people = await findPeople(ctx.db.pool, ids);
  await recordAccess(ctx, ids, 'waitlist', 'clinic-day');
  const resting = await countResting(ctx, sessionId);
  return {
    rows: rows.flatMap(({ residentId, ...row }) => {
      const person = people.get(residentId);
      return person ? [{ ...row, residentName: person.name, phoneMasked: person.phoneMasked }] : [];
    }),
    waiting: rows.filter((row) => row.position !== null).length,
    ...{ resting, clearsAt: clearsAt(target), asOf: ctx.clock.now() },
  };
}

async function countResting(ctx: ContextOf<'staff'>, sessionId: string): Promise<number> {
  const { rows } = await ctx.db.pool.query<{ resting: number }>({
    name: 'count-resting',
    text: `select count(*)::int as resting from tickets where facility_id = $1 and session_id = $2 and status = 'quarantined'`,
    values: [ctx.actor.facilityId, sessionId],
  });
  return rows[0]?.resting ?? 0;
}
