import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { requireOversight } from './policy.ts';
import type { EndpointView, switchInput } from './schema.ts';

/**
 * The stop switch: from the commit on nothing more is asked of or sent to the hospital. What is to be told is
 * kept, and told in order when it is switched on again. Repeating it changes nothing.
 */
export async function switchEndpoint(
  ctx: ContextOf<'official'> | ContextOf<'staff'>,
  { facilityId, enabled, reason }: z.infer<typeof switchInput>,
): Promise<EndpointView> {
  if (ctx.actor.kind === 'official') await requireOversight(ctx as ContextOf<'official'>, facilityId);
  else if (ctx.actor.facilityId !== facilityId) throw notFound('facility');
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<EndpointView & { was: boolean }>(
      `update his_endpoints h set enabled = $2, failures = 0, next_try_at = null,
         state = case when not $2 then 'stopped' when h.state = 'stopped' then 'new' else h.state end
       from (select facility_id, enabled from his_endpoints where facility_id = $1 for update) o
       where h.facility_id = o.facility_id returning h.facility_id as "facilityId", h.enabled, h.state, o.enabled as was`,
      [facilityId, enabled],
    );
    const row = rows[0];
    if (!row) throw notFound('his-endpoint');
    const { was, ...view } = row;
    if (was === enabled) return view;
    const action = enabled ? 'his.switch-on' : 'his.switch-off';
    await recordAudit(tx, ctx, {
      facilityId,
      action,
      subjectType: 'his-endpoint',
      subjectId: facilityId,
      detail: { reason },
    });
    if (enabled) {
      await enqueue(tx, 'his-pull', { facilityId }, { key: `pull:${facilityId}` });
      await enqueue(tx, 'his-tell', { facilityId }, { key: `tell:${facilityId}` });
    }
    return view;
  });
}
