import { actorId, type Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { AuditEntry } from './record-audit.ts';

export type AuditOf = { ctx: Pick<Context, 'actor' | 'ids' | 'requestId'>; at: Date; entry: AuditEntry };

/** `recordAudit` for many changes of one transaction, each by its own actor and request, in one statement. */
export async function recordAudits(tx: Tx, audits: AuditOf[]): Promise<void> {
  await tx.client.query({
    name: 'record-audits',
    text: `insert into audit_events (facility_id, id, at, actor_kind, actor_id, action, subject_type, subject_id, detail, request_id)
           select facility, id, at, actor_kind, actor, action, subject_type, subject, detail::jsonb, request
           from unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
             $9::text[], $10::text[])
             as x (facility, id, at, actor_kind, actor, action, subject_type, subject, detail, request)`,
    values: [
      audits.map(({ entry }) => entry.facilityId ?? 'platform'),
      audits.map(({ ctx }) => ctx.ids.next()),
      audits.map(({ at }) => at.toISOString()),
      audits.map(({ ctx }) => ctx.actor.kind),
      audits.map(({ ctx }) => actorId(ctx.actor)),
      audits.map(({ entry }) => entry.action),
      audits.map(({ entry }) => entry.subjectType),
      audits.map(({ entry }) => entry.subjectId),
      audits.map(({ entry }) => JSON.stringify(entry.detail ?? {})),
      audits.map(({ ctx }) => ctx.requestId),
    ],
  });
}
