import type { z } from 'zod';
import type { ContextOf } from '../kernel/context.ts';
import { requireOffice } from './policy.ts';
import type * as schema from './schema.ts';

const pageSize = 50;

/** Facilities below $1 of which records are here. */
const area = `select distinct f.id, f.name from facilities f join record_tallies k on k.facility_id = f.id and k.what = 'kept'
  where starts_with(f.region_path, $1)`;

/**
 * Hospitals of the area by the quality of their records (B44), the worst first: of 1,000 received, how many wait,
 * stand under a code nobody else knows, or are badly written. Lateness is told of what was sampled, with how much.
 */
export async function listQuality(
  ctx: ContextOf<'official'>,
  { page }: z.infer<typeof schema.qualityInput>,
): Promise<schema.QualityOutput> {
  const asOf = ctx.clock.now();
  const path = requireOffice(ctx.actor);
  const { rows } = await ctx.db.pool.query<schema.QualityOutput['hospitals'][number] & { total: number }>({
    name: 'list-record-quality',
    text: `with a as (${area}),
             sums as (select facility_id, sum(entries) filter (where what = 'kept') as received,
                        sum(entries) filter (where what = 'gap') as unmapped, sum(entries) filter (where what = 'finding') as badly
                      from record_tallies where facility_id in (select id from a) group by 1),
             waits as (select facility_id, count(distinct (resource_type, resource_id)) as waiting from his_rejects
                       where facility_id in (select id from a) and settled_at is null group by 1),
             strangers as (select facility_id, count(*) as unmatched from source_patients
                           where facility_id in (select id from a) and not settled group by 1),
             sampled as (select facility_id, sum(drawn) as sampled from review_strata
                         where facility_id in (select id from a) group by 1),
             found as (select facility_id, count(distinct item_id) filter (where rule = 'late' and state <> 'dismissed') as late,
                         count(*) filter (where state in ('confirmed', 'returned', 'answered')) as open,
                         count(*) filter (where state = 'returned' and due_at < $2) as overdue,
                         count(*) filter (where state = 'closed') as closed
                       from review_findings where facility_id in (select id from a) group by 1)
           select a.id as "facilityId", a.name as "facilityName", coalesce(s.received, 0)::int as received,
             coalesce(w.waiting, 0)::int as waiting, coalesce(s.unmapped, 0)::int as unmapped, coalesce(s.badly, 0)::int as "badlyWritten",
             coalesce(p.unmatched, 0)::int as unmatched, coalesce(d.sampled, 0)::int as sampled, coalesce(f.late, 0)::int as late,
             coalesce(f.open, 0)::int as open, coalesce(f.overdue, 0)::int as overdue, coalesce(f.closed, 0)::int as closed,
             coalesce(round(1000.0 * (coalesce(w.waiting, 0) + coalesce(s.unmapped, 0) + coalesce(s.badly, 0))
               / nullif(coalesce(s.received, 0) + coalesce(w.waiting, 0), 0), 1), 0)::float8 as "perThousand",
             count(*) over ()::int as total
           from a left join sums s on s.facility_id = a.id left join waits w on w.facility_id = a.id
           left join strangers p on p.facility_id = a.id left join sampled d on d.facility_id = a.id
           left join found f on f.facility_id = a.id
           order by "perThousand" desc, overdue desc, a.id limit ${pageSize} offset $3`,
    values: [path, asOf, (page - 1) * pageSize],
  });
  return { hospitals: rows, total: rows[0]?.total ?? 0, pageSize, asOf };
}
