import { recordAudit } from '../../audit/record-audit.ts';
import { actorId, type ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { StoredVersion } from './rule-set.ts';
import type { RuleState } from './schema.ts';

export type Editor = ContextOf<'staff'>;
/** A pool or the client of a transaction. */
export type Queryable = Pick<Tx['client'], 'query'>;
export type RuleKey = { ruleId: string; version: number };
export type VersionRow = StoredVersion & { reason: string; updatedAt: Date };

/** What goes live goes one at a time: each replay sees all that was decided before it. */
export const lockRules = (tx: Tx) => tx.client.query('lock table guide_rules in share row exclusive mode');

/** Versions of one rule, newest first. */
export async function listVersions(db: Queryable, ruleId: string): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `select rule_id as "ruleId", version, kind, content, ends, state, shipped, author_id as "authorId",
       proposed_by as "proposedBy", live_from as "liveFrom", reason, updated_at as "updatedAt"
     from guide_rules where rule_id = $1 order by version desc`,
    [ruleId],
  );
  return rows;
}

/** Throws guide-rule-not-found when there is no such version. */
export async function getVersion(db: Queryable, { ruleId, version }: RuleKey): Promise<VersionRow> {
  const found = (await listVersions(db, ruleId)).find((row) => row.version === version);
  if (!found) throw notFound('guide-rule');
  return found;
}

export type Move = RuleKey & { from: RuleState | null; to: RuleState; reason: string; replayId?: string | null };

/** The step that cannot be changed, and the audit row, of a version's way from state to state. */
export async function recordMove(tx: Tx, ctx: Editor, action: string, move: Move): Promise<void> {
  const { ruleId, version, from, to, reason, replayId = null } = move;
  await tx.client.query(
    `insert into guide_rule_steps (rule_id, version, seq, from_state, to_state, at, actor_id, actor_name, facility_id, reason, replay_id)
     select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 from guide_rule_steps
     where rule_id = $1 and version = $2`,
    [
      ...[ruleId, version, from, to, ctx.clock.now(), actorId(ctx.actor), ctx.actor.name, ctx.actor.facilityId],
      ...[reason, replayId],
    ],
  );
  await recordAudit(tx, ctx, {
    facilityId: null,
    action,
    subjectType: 'guide-rule',
    subjectId: ruleId,
    detail: { version, from, to, replayId },
  });
}
