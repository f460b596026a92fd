import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { transact } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import type { CaseKind } from './schema.ts';

type Overdue = { residentId: string; id: string; kind: CaseKind; facilityId: string; facilityName: string };

/**
 * What a facility left beyond its time goes up to the officials of its area, and the person is told. Returns how many;
 * run again at once, nothing is left to do.
 */
export async function escalateCases(ctx: Context): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const { rows } = await tx.client.query<Overdue>({
      name: 'escalate-cases',
      text: `update cases c set stage = 'official', escalated_at = $1 from facilities f
             where c.stage = 'facility' and c.due_at < $1 and f.id = c.facility_id
             returning c.resident_id as "residentId", c.id, c.kind, c.facility_id as "facilityId", f.name as "facilityName"`,
      values: [now],
    });
    for (const { residentId, id, kind, facilityId, facilityName } of rows) {
      await recordAudit(tx, ctx, { facilityId, action: 'cases.escalate', subjectType: 'case', subjectId: id });
      const params = { facility: facilityName, case: kind };
      await tellResident(tx, ctx, { residentId, kind: 'case-escalated', params, link: '/records/cases' });
    }
    return rows.length;
  });
}
