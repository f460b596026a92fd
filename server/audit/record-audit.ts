import { auditEvents } from '#db/schema/audit.ts';
import { actorId, type Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';

export type AuditEntry = {
  facilityId: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  /** Ids, codes and numbers only: no names, no ID numbers, no phones. */
  detail?: Record<string, unknown>;
};

/** Writes who did what, in the transaction of the change itself. */
export async function recordAudit(tx: Tx, ctx: Pick<Context, 'actor' | 'clock' | 'ids' | 'requestId'>, entry: AuditEntry) {
  await tx.orm.insert(auditEvents).values({
    facilityId: entry.facilityId ?? 'platform',
    id: ctx.ids.next(),
    at: ctx.clock.now(),
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    detail: entry.detail ?? {},
    requestId: ctx.requestId,
  });
}
