import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import type { CodeTarget } from './code-maps.ts';

export type OwnCode = { system: string; code: string };

/**
 * Says what a hospital's own code means, or no longer says so (null). Entries that carry it are read again; what the
 * hospital wrote stays as it is. Saying the same again changes nothing but reads them once more.
 */
export async function mapCode(
  ctx: ContextOf<'staff'>,
  facilityId: string,
  own: OwnCode,
  target: CodeTarget | null,
): Promise<void> {
  await transact(ctx.db, async (tx) => {
    if (target) {
      await tx.client.query({
        name: 'map-code',
        text: `insert into code_maps (facility_id, system, code, target_system, target_code, target_name, mapped_by, mapped_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8)
               on conflict (facility_id, system, code) do update set target_system = excluded.target_system,
                 target_code = excluded.target_code, target_name = excluded.target_name, mapped_by = excluded.mapped_by,
                 mapped_at = excluded.mapped_at`,
        values: [
          ...[facilityId, own.system, own.code, target.system, target.code, target.name],
          ...[ctx.actor.accountId, ctx.clock.now()],
        ],
      });
    } else {
      const which = [facilityId, own.system, own.code];
      await tx.client.query('delete from code_maps where facility_id = $1 and system = $2 and code = $3', which);
    }
    const what = { action: target ? 'records.map-code' : 'records.unmap-code', subjectType: 'facility' };
    await recordAudit(tx, ctx, { facilityId, ...what, subjectId: facilityId, detail: { own, target } });
    const key = `${own.system}|${own.code}`;
    await enqueue(tx, 'his-reread', { facilityId, code: key }, { queue: `reread:${facilityId}` });
  });
}
