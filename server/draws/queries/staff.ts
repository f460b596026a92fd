import type { z } from 'zod';
import type { ContextOf } from '../../kernel/context.ts';
import type { ownDrawOutput, staffDrawsOutput } from '../schema/staff.ts';
import { type LineRow, lineColumns, lineJoins, listLines, toLine } from './lines.ts';

/** Draws of the actor's facility, and those of the same city that take requests or will: for people who ask there. */
export async function listStaffDraws(ctx: ContextOf<'staff'>): Promise<z.infer<typeof staffDrawsOutput>> {
  const { facilityId } = ctx.actor;
  const own = await listLines(ctx, { text: 'w.facility_id = $2', values: [facilityId] });
  const nearby = await listLines(ctx, {
    // the area tree reads province/city/…: the first two steps
    text: `w.facility_id <> $2 and w.status = 'intake' and w.closes_at > $1 and exists (select 1 from facilities me
      where me.id = $2 and split_part(f.region_path, '/', 2) in ('', split_part(me.region_path, '/', 2)))`,
    values: [facilityId],
  });
  return { own, nearby, asOf: ctx.clock.now() };
}

/** The draw of one session of the actor's facility, or null when it is first come. */
export async function findOwnDraw(ctx: ContextOf<'staff'>, sessionId: string): Promise<z.infer<typeof ownDrawOutput>> {
  const { rows } = await ctx.db.pool.query<LineRow & { commitment: string }>(
    `select ${lineColumns}, w.commitment from draws w ${lineJoins} where w.facility_id = $1 and w.session_id = $2`,
    [ctx.actor.facilityId, sessionId],
  );
  return { draw: rows[0] ? toLine(rows[0], ctx.clock.now()) : null };
}
