import type { z } from 'zod';
import { actorId } from '../../../kernel/context.ts';
import { notFound } from '../../../kernel/errors.ts';
import { findLiveRules } from '../live-rules.ts';
import { requireEditor } from '../policy.ts';
import type { StoredVersion } from '../rule-set.ts';
import { canDecide, canEdit, canPropose, canRollBack, comingVersion, liveVersion } from '../rules.ts';
import { ruleContent, type ruleLine, type ruleOutput, type rulesOutput, type VersionView } from '../schema.ts';
import { type Editor, listVersions, type VersionRow } from '../versions.ts';

type Line = z.infer<typeof ruleLine>;

/** Every rule with what applies, what is coming and what is being changed. */
export async function listRules(ctx: Editor): Promise<z.infer<typeof rulesOutput>> {
  requireEditor(ctx.actor);
  const now = ctx.clock.now();
  const live = await findLiveRules(ctx.db, now);
  const [{ rows }, counted] = await Promise.all([
    ctx.db.pool.query<StoredVersion>(
      `select rule_id as "ruleId", version, kind, content, ends, state, shipped, author_id as "authorId",
         proposed_by as "proposedBy", live_from as "liveFrom"
       from guide_rules order by rule_id, version`,
    ),
    ctx.db.pool.query<{ n: number }>('select count(*)::int as n from guide_cases where dropped_at is null'),
  ]);
  const rules = [...Map.groupBy(rows, (row) => row.ruleId).values()].flatMap((versions) => lineOf(versions, now));
  return {
    rules,
    set: live.version,
    fromProgram: live.origin === 'program',
    unreadable: live.unreadable,
    cases: counted.rows[0]?.n ?? 0,
    asOf: now,
  };
}

function lineOf(versions: StoredVersion[], now: Date): Line[] {
  const newest = versions.at(-1);
  if (!newest) return [];
  const live = liveVersion(versions, now);
  const coming = comingVersion(versions, now);
  const open = versions.find(({ state }) => state === 'draft' || state === 'proposed');
  const shown = ruleContent.safeParse({ kind: newest.kind, content: (live ?? newest).content });
  if (!shown.success) return [];
  const { kind, content } = shown.data;
  return [
    {
      ruleId: newest.ruleId,
      kind,
      flag: kind === 'red-flag' ? content.kind : '',
      name: content.name,
      source: content.source,
      live: live?.liveFrom && !live.ends ? { version: live.version, since: live.liveFrom } : null,
      coming: coming?.liveFrom ? { version: coming.version, from: coming.liveFrom, ends: coming.ends } : null,
      open: open ? { version: open.version, state: open.state } : null,
    },
  ];
}

/** One rule with all its versions, who moved them, and what the reader may do with the newest. */
export async function getRule(ctx: Editor, ruleId: string): Promise<z.infer<typeof ruleOutput>> {
  requireEditor(ctx.actor);
  const rows = await listVersions(ctx.db.pool, ruleId);
  const newest = rows[0];
  if (!newest) throw notFound('guide-rule');
  const now = ctx.clock.now();
  const live = liveVersion(rows, now);
  const [steps, replay] = await Promise.all([listSteps(ctx, ruleId), findReplay(ctx, ruleId, newest.version)]);
  const versions = rows.flatMap((row) => viewOf(row) ?? []);
  const kind = versions[0]?.rule.kind;
  if (!kind) throw notFound('guide-rule');
  return {
    ruleId,
    kind,
    versions,
    steps,
    liveVersion: live && !live.ends ? live.version : null,
    may: {
      edit: canEdit(newest),
      propose: canPropose(newest),
      decide: canDecide(newest, actorId(ctx.actor)),
      rollBack: canRollBack(comingVersion(rows, now) ?? live),
    },
    replay,
    asOf: now,
  };
}

function viewOf(row: VersionRow): VersionView | null {
  const read = ruleContent.safeParse({ kind: row.kind, content: row.content });
  if (!read.success) return null;
  const { ruleId, version, state, ends, shipped, reason, liveFrom, updatedAt, authorId, proposedBy } = row;
  return { ruleId, version, state, ends, shipped, reason, liveFrom, updatedAt, authorId, proposedBy, rule: read.data };
}

type Rule = z.infer<typeof ruleOutput>;

async function listSteps(ctx: Editor, ruleId: string): Promise<Rule['steps']> {
  const { rows } = await ctx.db.pool.query(
    `select s.version, s.from_state as "fromState", s.to_state as "toState", s.at, s.actor_name as "actorName",
       f.name as "facilityName", s.reason
     from guide_rule_steps s left join facilities f on f.id = s.facility_id
     where s.rule_id = $1 order by s.at desc, s.version desc, s.seq desc limit 200`,
    [ruleId],
  );
  return rows;
}

async function findReplay(ctx: Editor, ruleId: string, version: number): Promise<Rule['replay']> {
  const { rows } = await ctx.db.pool.query(
    `select report, at, purpose from guide_replays where rule_id = $1 and version = $2 order by at desc, id desc limit 1`,
    [ruleId, version],
  );
  return rows[0] ? { ...rows[0].report, at: rows[0].at, purpose: rows[0].purpose } : null;
}
