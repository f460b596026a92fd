import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import type { ContextOf } from '../../kernel/context.ts';
import { transact } from '../../kernel/transaction.ts';
import { requireServiceKeeper } from '../policy.ts';
import type { ownServicesOutput, removeServiceInput } from '../schema/services.ts';
import { listOwnServices } from './queries.ts';

/** The own facility no longer has this door, so nobody is sent there. Removing it again changes nothing. */
export async function removeService(
  ctx: ContextOf<'staff'>,
  { kind, reason }: z.infer<typeof removeServiceInput>,
): Promise<z.infer<typeof ownServicesOutput>> {
  const facilityId = requireServiceKeeper(ctx.actor);
  await transact(ctx.db, async (tx) => {
    const gone = await tx.client.query('delete from facility_services where facility_id = $1 and kind = $2', [
      facilityId,
      kind,
    ]);
    if (gone.rowCount === 0) return;
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'navigation.remove-service',
      subjectType: 'service',
      subjectId: kind,
      detail: { reason },
    });
  });
  return listOwnServices(ctx);
}
