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

/** Writes who did what, in the transaction of the change itself. Hot: one prepared statement. */
export async function recordAudit(
  tx: Tx,
  ctx: Pick<Context, 'actor' | 'clock' | 'ids' | 'requestId'>,
  { facilityId, action, subjectType, subjectId, detail = {} }: AuditEntry,
): Promise<void> {
  await tx.client.query({
    name: 'record-audit',
    text: `insert into audit_events (facility_id, id, at, actor_kind, actor_id, action, subject_type, subject_id, detail, request_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      ...[facilityId ?? 'platform', ctx.ids.next(), ctx.clock.now(), ctx.actor.kind, actorId(ctx.actor)],
      ...[action, subjectType, subjectId, JSON.stringify(detail), ctx.requestId],
    ],
  });
}
