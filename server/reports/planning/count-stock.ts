import { quarterEnd, stockRules } from '../../family-planning/rules/stock.ts';
import { addDays, regionDay } from '../../kernel/clock.ts';
import type { Official } from '../queries/scope.ts';
import type { PlanningReport } from '../schema/planning.ts';

const dayMs = 86_400_000;

/**
 * How many places of an area keep a book of contraceptives, and how many of them have something that will not last the
 * quarter, expires soon, or has expired and still lies there: places, and nothing of whom they serve.
 */
export async function countStock({ db, clock }: Official, regionPath: string): Promise<PlanningReport['stock']> {
  const now = clock.now();
  const today = regionDay(now);
  const soon = addDays(today, stockRules.expiringDays);
  const daysLeft = (Date.parse(quarterEnd(today)) - Date.parse(today)) / dayMs;
  const { rows } = await db.pool.query<PlanningReport['stock']>({
    name: 'count-stock-of-area',
    text: `with kept as (
             select facility_id, item, coalesce(sum(on_hand) filter (where expires_on >= $2), 0) as there,
               bool_or(on_hand > 0 and expires_on between $2 and $3) as expiring, bool_or(on_hand > 0 and expires_on < $2) as expired
             from contraceptive_batches where starts_with(region_path, $1) group by facility_id, item),
           used as (
             select m.facility_id, m.item, -sum(m.quantity) as went from contraceptive_movements m
             join kept k on k.facility_id = m.facility_id and k.item = m.item
             where m.kind in ('issued', 'handed-over') and m.moved_at >= $4 group by m.facility_id, m.item)
           select count(distinct k.facility_id)::int as places,
             count(distinct k.facility_id) filter (where $5 > 0 and (k.there = 0 or floor(k.there * $6 / nullif(u.went, 0)) < $5))::int as short,
             count(distinct k.facility_id) filter (where k.expiring)::int as expiring,
             count(distinct k.facility_id) filter (where k.expired)::int as expired
           from kept k left join used u on u.facility_id = k.facility_id and u.item = k.item`,
    values: [
      regionPath,
      today,
      soon,
      new Date(now.getTime() - stockRules.usedDays * dayMs),
      daysLeft,
      stockRules.usedDays,
    ],
  });
  return rows[0] ?? { places: 0, short: 0, expiring: 0, expired: 0 };
}
