import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { addDays, regionDay } from '../kernel/clock.ts';
import { actorId, type ContextOf } from '../kernel/context.ts';
import { invalid, refused } from '../kernel/errors.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { findBounds, ruleColumns } from './find-rules.ts';
import { requireProvince } from './policy.ts';
import { getProvinceRules } from './queries/province-rules.ts';
import { type Bounds, clampRules, crossedBound, type Rules, ruleNames, rulesOf } from './rules.ts';
import type { provinceRulesOutput, setBoundsInput } from './schema/province-rules.ts';
import { differencesOf, logRuleChange, province, writeRules } from './write-rules.ts';

type Wish = z.infer<typeof setBoundsInput>;

/**
 * New provincial bounds for visits from a coming day on. Hospitals whose rules lie outside are moved to the nearest
 * value from that day on, in the same commit and in their own log; sessions published before keep their times.
 */
export async function setBounds(ctx: ContextOf<'official'>, wish: Wish): Promise<z.infer<typeof provinceRulesOutput>> {
  requireProvince(ctx.actor);
  const earliest = addDays(regionDay(ctx.clock.now()), 1);
  if (wish.effectiveFrom < earliest) throw refused('rules-past', { params: { earliest } });
  const crossed = crossedBound(wish.bounds);
  if (crossed) throw invalid('bounds-crossed', { ...wish.bounds[crossed], field: crossed });
  await transact(ctx.db, async (tx) => {
    await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('rule-bounds', 0))`);
    const before = await findBounds(tx.client, wish.effectiveFrom);
    await tx.client.query(
      `insert into rule_bounds (effective_from, bounds, changed_by, changed_at) values ($1, $2, $3, $4)
       on conflict (effective_from) do update set bounds = excluded.bounds, changed_by = excluded.changed_by,
         changed_at = excluded.changed_at`,
      [wish.effectiveFrom, JSON.stringify(wish.bounds), actorId(ctx.actor), ctx.clock.now()],
    );
    const { effectiveFrom, reason } = wish;
    const changes = changedBounds(before, wish.bounds);
    await logRuleChange(tx, ctx, { facilityId: province, kind: 'bounds', effectiveFrom, reason, changes });
    const moved = await moveInside(tx, ctx, wish);
    await recordAudit(tx, ctx, {
      facilityId: null,
      action: 'schedules.set-bounds',
      subjectType: 'rules',
      subjectId: effectiveFrom,
      detail: { changes, moved, reason },
    });
  });
  return getProvinceRules(ctx);
}

const wordOf = ({ min, max }: Bounds[keyof Rules]) => `${min}–${max}`;
const changedBounds = (before: Bounds, after: Bounds) =>
  ruleNames.flatMap((field) =>
    wordOf(before[field]) === wordOf(after[field])
      ? []
      : { field, before: wordOf(before[field]), after: wordOf(after[field]) },
  );

type Row = Rules & { facilityId: string; effectiveFrom: string };

/** Every row of rules that holds on the day or comes later, the province's included, is brought inside. Returns how many. */
async function moveInside(
  tx: Tx,
  ctx: ContextOf<'official'>,
  { bounds, effectiveFrom, reason }: Wish,
): Promise<number> {
  const { rows } = await tx.client.query<Row>(
    `select facility_id as "facilityId", greatest(effective_from, $1) as "effectiveFrom", ${ruleColumns} from booking_rules b
     where effective_from >= (select max(effective_from) from booking_rules o
       where o.facility_id = b.facility_id and o.effective_from <= $1) or effective_from > $1`,
    [effectiveFrom],
  );
  let moved = 0;
  for (const { facilityId, effectiveFrom: from, ...row } of rows) {
    const before = rulesOf(row);
    const changes = differencesOf(before, clampRules(before, bounds));
    if (changes.length === 0) continue;
    await writeRules(tx, ctx, { facilityId, effectiveFrom: from, rules: clampRules(before, bounds) });
    await logRuleChange(tx, ctx, { facilityId, kind: 'values', effectiveFrom: from, changes, reason });
    moved += 1;
  }
  return moved;
}
