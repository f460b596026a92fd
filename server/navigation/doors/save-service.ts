import type { z } from 'zod';
import { recordAudit } from '../../audit/record-audit.ts';
import { regionDay } from '../../kernel/clock.ts';
import { actorId, type ContextOf } from '../../kernel/context.ts';
import { transact } from '../../kernel/transaction.ts';
import { requireServiceKeeper } from '../policy.ts';
import type { ownServicesOutput, saveServiceInput } from '../schema/services.ts';
import { listOwnServices } from './queries.ts';

/**
 * Says when one of the own facility's doors is open, who answers for it, and that it was looked at today. It is no
 * longer sample data from then on. Saving the same again only renews the day of review.
 */
export async function saveService(
  ctx: ContextOf<'staff'>,
  wish: z.infer<typeof saveServiceInput>,
): Promise<z.infer<typeof ownServicesOutput>> {
  const facilityId = requireServiceKeeper(ctx.actor);
  const now = ctx.clock.now();
  await transact(ctx.db, async (tx) => {
    await tx.client.query(
      `insert into facility_services (facility_id, kind, available, hours, phone, place, note, owner, reviewed_on, sample, changed_by,
         changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10, $11)
       on conflict (facility_id, kind) do update set available = excluded.available, hours = excluded.hours,
         phone = excluded.phone, place = excluded.place, note = excluded.note, owner = excluded.owner,
         reviewed_on = excluded.reviewed_on, sample = false, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [
        ...[facilityId, wish.kind, wish.available, JSON.stringify(wish.hours), wish.phone, wish.place, wish.note],
        ...[wish.owner, regionDay(now), actorId(ctx.actor), now],
      ],
    );
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'navigation.save-service',
      subjectType: 'service',
      subjectId: wish.kind,
      detail: { available: wish.available, hours: wish.hours },
    });
  });
  return listOwnServices(ctx);
}
