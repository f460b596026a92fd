import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import type { evidence } from '../schema.ts';

export type Evidence = z.infer<typeof evidence>;
type Key = { facilityId: string; appointmentId: string };

/** What the verdicts on these visits rest on, by appointment; it lies with the facilities. */
export async function findVerdicts(ctx: Pick<Context, 'db'>, visits: Key[]): Promise<Map<string, Evidence>> {
  if (visits.length === 0) return new Map();
  const { rows } = await ctx.db.pool.query<{ id: string; evidence: Evidence }>({
    name: 'find-verdicts',
    text: `select m.appointment_id as id, m.evidence from missed_visits m
           join unnest($1::text[], $2::uuid[]) as v (facility, appointment)
             on m.facility_id = v.facility and m.appointment_id = v.appointment`,
    values: [visits.map((visit) => visit.facilityId), visits.map((visit) => visit.appointmentId)],
  });
  return new Map(rows.map((row) => [row.id, row.evidence]));
}
