import { checkRuleOn } from '../../family-planning/eligibility/fertility.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { Services } from '../../kernel/context.ts';
import { type Tx, transact } from '../../kernel/transaction.ts';
import { monthBefore } from '../guide/rules.ts';
import { type Figure, figuresOf } from './figures.ts';
import type { Tally } from './measures.ts';

/** A year and the month to hold it against. */
const months = 13;
const monthsBefore = checkRuleOn('9999-12-31')?.monthsBefore ?? 6;

/**
 * People, not events: whoever was served twice in a month is one. Each statement reads one axis (decision 0008); $1 and $2
 * are the first day and the day after the last.
 */
const counts = [
  `select region_path as "regionPath", date_trunc('month', registered_on)::date::text as month, 'registered' as measure,
     count(distinct resident_id)::int as value from fertility_registrations
   where registered_on >= $1 and registered_on < $2 and closed_as is distinct from 'withdrawn' group by 1, 2`,
  `select r.region_path as "regionPath", date_trunc('month', r.registered_on)::date::text as month,
     'registered-checked' as measure, count(distinct r.resident_id)::int as value from fertility_registrations r
   where r.registered_on >= $1 and r.registered_on < $2 and r.closed_as is distinct from 'withdrawn'
     and exists (select 1 from preconception_checks c where c.resident_id = r.resident_id
       and c.started_on between r.registered_on - interval '${monthsBefore} months' and r.registered_on + interval '${monthsBefore} months')
   group by 1, 2`,
  `select region_path as "regionPath", date_trunc('month', started_on)::date::text as month, 'couples-checked' as measure,
     count(distinct resident_id)::int as value from preconception_checks
   where started_on >= $1 and started_on < $2 and (part = 'woman' or partner_id is null) group by 1, 2`,
  `select region_path as "regionPath", date_trunc('month', due_on)::date::text as month, kind || '-due' as measure,
     count(distinct resident_id)::int as value from planning_follow_ups
   where due_on >= $1 and due_on < $2 and kind in ('early', 'outcome') and state <> 'void' group by 1, 2, 3`,
  `select region_path as "regionPath", date_trunc('month', due_on)::date::text as month, kind || '-done' as measure,
     count(distinct resident_id)::int as value from planning_follow_ups
   where due_on >= $1 and due_on < $2 and kind in ('early', 'outcome') and state = 'done' group by 1, 2, 3`,
  `select region_path as "regionPath", date_trunc('month', served_on)::date::text as month, 'served-' || method as measure,
     count(distinct resident_id)::int as value from contraceptive_services
   where served_on >= $1 and served_on < $2 and method <> 'none' and need <> 'stop' group by 1, 2, 3`,
];

/**
 * Counts the months that are over anew, a year back, since follow-ups are answered late. The running month is left out:
 * what one day adds to it would be somebody. Repeating it is harmless.
 */
export async function countPlanning({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const before = `${regionDay(now).slice(0, 7)}-01`;
  const from = `${monthBefore(before.slice(0, 7), months)}-01`;
  const tallies: Tally[] = [];
  for (const text of counts) tallies.push(...(await db.pool.query<Tally>({ text, values: [from, before] })).rows);
  const byMonth = Map.groupBy(tallies, (tally) => tally.month);
  await transact(db, async (tx) => {
    await tx.client.query('delete from planning_figures where month >= $1', [from]);
    for (const [month, of] of byMonth) await keep(tx, month, figuresOf(of), now);
  });
}

async function keep(tx: Tx, month: string, figures: Figure[], now: Date): Promise<void> {
  await tx.client.query(
    `insert into planning_figures (region_code, month, measure, value, shown, counted_at)
     select f.region_code, $5, f.measure, f.value, f.shown, $6
     from unnest($1::text[], $2::text[], $3::int[], $4::boolean[]) f (region_code, measure, value, shown)`,
    [
      figures.map((one) => one.regionCode),
      figures.map((one) => one.measure),
      figures.map((one) => one.value),
      figures.map((one) => one.shown),
      ...[month, now],
    ],
  );
}
