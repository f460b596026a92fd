import type { z } from 'zod';
import { recordAccess } from '../../access/record-access.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { findPeople } from '../../residents/queries.ts';
import { mayExcuse } from '../policy.ts';
import type { missedInput, missedOutput, missedRow } from '../schema.ts';

type Row = Omit<z.infer<typeof missedRow>, 'residentName' | 'phoneMasked'> & { residentId: string };

/** Visits to the actor's facility without a check-in, with the verdict and what it rests on; the reading leaves access rows. */
export async function listMissed(
  ctx: ContextOf<'staff'>,
  { days }: z.infer<typeof missedInput>,
): Promise<z.infer<typeof missedOutput>> {
  const asOf = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'list-missed-visits',
    text: `select m.appointment_id as "appointmentId", a.code, m.resident_id as "residentId", d.name as "departmentName",
             t.window_start as "visitAt", m.verdict, m.cause, m.evidence, m.lifted_at as "liftedAt",
             m.lifted_cause as "liftedCause"
           from missed_visits m
           join appointments a on a.facility_id = m.facility_id and a.id = m.appointment_id
           join sessions s on s.facility_id = a.facility_id and s.id = a.session_id
           join tickets t on t.facility_id = a.facility_id and t.session_id = a.session_id and t.number = a.ticket_number
           join departments d on d.id = s.department_id
           where m.facility_id = $1 and m.judged_at > $2 order by t.window_start desc, a.id limit 500`,
    values: [ctx.actor.facilityId, new Date(asOf.getTime() - days * 86_400_000)],
  });
  const ids = rows.map((row) => row.residentId);
  const people = await findPeople(ctx.db.pool, ids);
  await recordAccess(ctx, ids, 'missed-visits', 'missed-visits');
  return {
    rows: rows.map(({ residentId, ...row }) => ({
      ...row,
      residentName: people.get(residentId)?.name ?? '',
      phoneMasked: people.get(residentId)?.phoneMasked ?? '',
    })),
    mayExcuse: mayExcuse(ctx.actor, ctx.actor.facilityId),
    asOf,
  };
}
