import type { z } from 'zod';
import { actorId } from '../../../kernel/context.ts';
import { findLiveRules } from '../live-rules.ts';
import { requireEditor } from '../policy.ts';
import { isFound, isGrave, passes, readCases, type StoredCase } from '../replay.ts';
import type { casesInput, casesOutput, caseView } from '../schema.ts';
import type { Editor } from '../versions.ts';

const pageSize = 50;
type Row = StoredCase & {
  reason: string;
  shipped: boolean;
  authorName: string;
  createdAt: Date;
  dropAskedBy: string | null;
  dropReason: string | null;
};
type CaseView = z.infer<typeof caseView>;

/** The stored cases as the live rules read them now, newest first. */
export async function listCases(
  ctx: Editor,
  { show, page }: z.infer<typeof casesInput>,
): Promise<z.infer<typeof casesOutput>> {
  requireEditor(ctx.actor);
  const now = ctx.clock.now();
  const rules = await findLiveRules(ctx.db, now);
  const { rows } = await ctx.db.pool.query<Row>(
    `select id, text, facts, expects, label, reason, shipped, author_name as "authorName", created_at as "createdAt",
       drop_asked_by as "dropAskedBy", drop_reason as "dropReason"
     from guide_cases where dropped_at is null order by created_at desc, id`,
  );
  const readings = await readCases(rows, rules);
  const me = actorId(ctx.actor);
  const read = rows.flatMap((row, i) => {
    const reading = readings[i];
    if (!reading) return [];
    const { dropAskedBy, dropReason, ...stored } = row;
    const drop = dropAskedBy ? { reason: dropReason ?? '', mine: dropAskedBy === me } : null;
    const view: CaseView = {
      ...{ ...stored, drop, reads: reading.outcome, readsLabel: reading.labels.join(' ') },
      passes: passes(row, reading),
    };
    return [{ view, missed: isGrave(row) && !isFound(row, reading) }];
  });
  const shown = read.map(({ view }) => view).filter((view) => isShown(view, show));
  return {
    cases: shown.slice((page - 1) * pageSize, page * pageSize),
    total: shown.length,
    pageSize,
    stored: read.length,
    passing: read.filter(({ view }) => view.passes).length,
    emergencies: rows.filter(isGrave).length,
    missed: read.filter(({ missed }) => missed).length,
    asOf: now,
  };
}

function isShown(view: CaseView, show: z.infer<typeof casesInput>['show']): boolean {
  if (show === 'failing') return !view.passes;
  if (show === 'asked') return view.drop !== null;
  return show === 'all' || !view.shipped;
}
