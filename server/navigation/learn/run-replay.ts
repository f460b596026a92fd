import { actorId } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { readApproved } from './live-rules.ts';
import { replay, type StoredCase } from './replay.ts';
import { composeRules, labelOf, liveAt, type StoredVersion } from './rule-set.ts';
import type { ReplayView } from './schema.ts';
import { shippedRules } from './shipped.ts';
import type { Editor, Queryable, RuleKey } from './versions.ts';

/** Cases that still count; a case leaves only by two persons. */
export async function readStoredCases(db: Queryable): Promise<StoredCase[]> {
  const { rows } = await db.query<StoredCase>(
    'select id, text, facts, expects, label from guide_cases where dropped_at is null order by created_at, id',
  );
  return rows;
}

type Change = (approved: StoredVersion[]) => StoredVersion[];

/**
 * What a change of the approved versions does to the stored cases, from `from` on: on that day and on every
 * later day on which something already decided comes in. The worst of them is what is returned.
 */
export async function replayChange(db: Queryable, from: Date, change: Change): Promise<ReplayView> {
  const [cases, approved] = [await readStoredCases(db), await readApproved(db)];
  const changed = change(approved);
  const later = approved.flatMap(({ liveFrom }) => (liveFrom && liveFrom > from ? [liveFrom.getTime()] : []));
  const moments = [from, ...[...new Set(later)].sort((a, b) => a - b).map((time) => new Date(time))];
  const views: ReplayView[] = [];
  for (const at of moments) {
    const [before, after] = [liveAt(approved, at), liveAt(changed, at)];
    const sets = { before: composeRules(before, shippedRules), after: composeRules(after, shippedRules) };
    views.push(await replay(cases, { ...sets, setBefore: labelOf(before), setAfter: labelOf(after) }));
  }
  const worst = views.reduce((a, b) => (b.lost.length > a.lost.length ? b : a));
  return worst;
}

/** The approved versions with `version` among them, as if it had been approved for `liveFrom`. */
export const adding =
  (version: StoredVersion, liveFrom: Date): Change =>
  (approved) => [...approved, { ...version, state: 'approved', liveFrom }];

export const without =
  ({ ruleId, version }: RuleKey): Change =>
  (approved) =>
    approved.filter((row) => row.ruleId !== ruleId || row.version !== version);

/** Keeps a replay with the decision that it led to; returns its id. */
export async function storeReplay(
  tx: Tx,
  ctx: Editor,
  { ruleId, version }: RuleKey,
  purpose: 'propose' | 'approve' | 'roll-back',
  view: ReplayView,
): Promise<string> {
  const id = ctx.ids.next();
  await tx.client.query(
    `insert into guide_replays (id, rule_id, version, purpose, at, actor_id, cases, emergencies, missed, blocked, report)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[id, ruleId, version, purpose, ctx.clock.now(), actorId(ctx.actor)],
      ...[view.cases, view.emergencies, view.missed, view.blocked, JSON.stringify(view)],
    ],
  );
  return id;
}
