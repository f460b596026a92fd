import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import type { CaseKind } from './schema.ts';

type Overdue = { residentId: string; id: string; kind: CaseKind; facilityId: string; facilityName: string };

/** All facilities of a province may be late on one day: each transaction takes so many. */
const atOnce = 200;

/**
 * What a facility left beyond its time goes up to the officials of its area, and the person is told. Returns how many;
 * run again at once, nothing is left to do.
 */
export async function escalateCases(ctx: Context): Promise<number> {
  for (let all = 0; ; ) {
    const some = await escalateSome(ctx);
    all += some;
    if (some < atOnce) return all;
  }
}

function escalateSome(ctx: Context): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<Overdue>({
      name: 'escalate-cases',
      text: `update cases c set stage = 'official', escalated_at = $1 from facilities f, (
               select resident_id, id from cases where stage = 'facility' and due_at < $1
               order by resident_id, id limit $2 for update) as late
             where c.resident_id = late.resident_id and c.id = late.id and f.id = c.facility_id
             returning c.resident_id as "residentId", c.id, c.kind, c.facility_id as "facilityId", f.name as "facilityName"`,
      values: [ctx.clock.now(), atOnce],
    });
    for (const { residentId, id, kind, facilityId, facilityName } of rows) {
      await recordAudit(tx, ctx, { facilityId, action: 'cases.escalate', subjectType: 'case', subjectId: id });
      const params = { facility: facilityName, case: kind };
      await tellResident(tx, ctx, { residentId, kind: 'case-escalated', params, link: '/records/cases' });
    }
    return rows.length;
  });
}
