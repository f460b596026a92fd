import type { z } from 'zod';
import type { ContextOf } from '../kernel/context.ts';
import { cursorAt, placeOf } from '../kernel/page.ts';
import { listSteps } from './item-queries.ts';
import { requireOffice } from './policy.ts';
import { movesFrom } from './rules.ts';
import type * as schema from './schema.ts';

const atOnce = 20;
const columns = `f.facility_id as "facilityId", f.id, f.rule, f.severity, f.line, f.detail, f.found_by as "foundBy", f.comment, f.state,
  f.due_at as "dueAt", f.escalated_at as "escalatedAt", f.mended, f.changed_at as "changedAt",
  coalesce(f.state = 'returned' and f.due_at < $4, false) as overdue`;
const onShelf = {
  answered: `f.state = 'answered'`,
  overdue: `f.state = 'returned' and f.due_at < $4`,
  open: `f.state = 'returned'`,
  done: `f.state in ('answered', 'closed')`,
};
/** What waits longest first; of what is done the latest. */
const behind = `($2::timestamptz is null or (f.changed_at, f.id) > ($2, $3::uuid)) order by f.changed_at, f.id`;
const before = `($2::timestamptz is null or (f.changed_at, f.id) < ($2, $3::uuid)) order by f.changed_at desc, f.id desc`;
const nextOf = (rows: { changedAt: Date; id: string }[]): string | null => {
  const last = rows.length > atOnce ? rows[atOnce - 1] : undefined;
  return last ? cursorAt(last.changedAt, last.id) : null;
};

/** What an office has to do next: answers to judge, or hospitals that are late; the longest waiting first (F6). */
export async function listWork(
  ctx: ContextOf<'official'>,
  { shelf, cursor }: z.infer<typeof schema.workInput>,
): Promise<schema.WorkOutput> {
  const office = requireOffice(ctx.actor);
  const asOf = ctx.clock.now();
  const [at, id] = placeOf(cursor);
  const { rows } = await ctx.db.pool.query<schema.WorkOutput['findings'][number]>({
    name: `list-review-work-${shelf}`,
    text: `select ${columns}, r.id as "reviewId", r.title as "reviewTitle", f.item_id as "itemId", i.number, h.name as "facilityName"
           from review_findings f join reviews r on r.id = f.review_id join facilities h on h.id = f.facility_id
           join review_items i on i.facility_id = f.facility_id and i.id = f.item_id
           where starts_with(r.office_path, $1) and ${onShelf[shelf]} and ${behind} limit ${atOnce + 1}`,
    values: [office, at, id, asOf],
  });
  const { rows: counted } = await ctx.db.pool.query<schema.WorkOutput['counts']>({
    name: 'count-review-work',
    text: `select count(*) filter (where f.state = 'answered')::int as answered,
             count(*) filter (where f.state = 'returned' and f.due_at < $2)::int as overdue
           from review_findings f join reviews r on r.id = f.review_id where starts_with(r.office_path, $1)
             and f.state in ('returned', 'answered')`,
    values: [office, asOf],
  });
  return {
    findings: rows.slice(0, atOnce),
    counts: counted[0] ?? { answered: 0, overdue: 0 },
    next: nextOf(rows),
    asOf,
  };
}

type OwnRow = Omit<schema.OwnRow, 'steps' | 'moves'> & { changedAt: Date };

/** What the own hospital was asked to mend, and what became of it: by its own numbers, without a name. */
export async function listOwn(
  ctx: ContextOf<'staff'>,
  { shelf, cursor }: z.infer<typeof schema.ownInput>,
): Promise<schema.OwnOutput> {
  const { facilityId } = ctx.actor;
  const asOf = ctx.clock.now();
  const [at, id] = placeOf(cursor);
  const { rows } = await ctx.db.pool.query<OwnRow>({
    name: `list-own-findings-${shelf}`,
    text: `select ${columns}, r.title as "reviewTitle", o.name as office, i.sheet->>'kind' as kind, i.source_id as "sourceId",
             i.happened_at as "happenedAt", i.later_at as "newerAt",
             coalesce(i.sheet->'lines'->f.line->>'type', '') as "lineType", coalesce(i.sheet->'lines'->f.line->>'title', '') as "lineTitle"
           from review_findings f join reviews r on r.id = f.review_id join regions o on o.path = r.office_path
           join review_items i on i.facility_id = f.facility_id and i.id = f.item_id
           where f.facility_id = $1 and ${onShelf[shelf]} and ${shelf === 'done' ? before : behind} limit ${atOnce + 1}`,
    values: [facilityId, at, id, asOf],
  });
  const { rows: counted } = await ctx.db.pool.query<schema.OwnOutput['counts']>({
    name: 'count-own-findings',
    text: `select count(*) filter (where state = 'returned')::int as open,
             count(*) filter (where state = 'returned' and due_at < $2)::int as overdue,
             count(*) filter (where state in ('answered', 'closed'))::int as done
           from review_findings where facility_id = $1`,
    values: [facilityId, asOf],
  });
  const shown = rows.slice(0, atOnce);
  const steps = await listSteps(
    ctx,
    facilityId,
    shown.map((row) => row.id),
  );
  return {
    findings: shown.map((row) => ({
      ...row,
      sourceId: ctx.sealing.speakingIds.show(row.sourceId),
      moves: movesFrom(row.state, 'facility'),
      steps: steps.get(row.id) ?? [],
    })),
    counts: counted[0] ?? { open: 0, overdue: 0, done: 0 },
    next: nextOf(rows),
    asOf,
  };
}
