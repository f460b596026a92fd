import type { z } from 'zod';
import { clinicalTypes } from '#fhir/resources/clinical/shapes.ts';
import type { ContextOf } from '../../kernel/context.ts';
import type * as schema from './schema.ts';

type Official = Pick<ContextOf<'official'>, 'db' | 'clock' | 'actor'>;
const pageSize = 50;

/** Connected hospitals below $1: those that say how much they have. */
const connected = `select e.facility_id from his_endpoints e join facilities f on f.id = e.facility_id
  where f.region_path like $1`;
/** And those that send tables: with each the last time all was read, or a table came. */
const area = `select f.id as facility_id, f.name, e.facility_id is not null as connected, coalesce(e.records_at, s.sent_at) as records_at
  from facilities f left join his_endpoints e on e.facility_id = f.id
  left join (select facility_id, max(received_at) as sent_at from his_files group by 1) s on s.facility_id = f.id
  where f.region_path like $1 and (e.facility_id is not null or s.facility_id is not null)`;
const likeOf = ({ actor }: Official) => `${actor.regionPath}%`;

/** Records of all hospitals of the official's area together: how far they have come, and who lags behind most. */
export async function readRegionIntake(ctx: Official, page: number): Promise<schema.IntakeRegion> {
  const types = await sumTypes(ctx);
  const [hospitals, count] = await Promise.all([
    listHospitals(ctx, page),
    ctx.db.pool.query<{ total: number; read: number }>({
      name: 'count-intake-hospitals',
      text: `select count(*)::int as total, count(records_at)::int as read from (${area}) as a`,
      values: [likeOf(ctx)],
    }),
  ]);
  const { total = 0, read = 0 } = count.rows[0] ?? {};
  return { types, hospitals, total, read, pageSize, asOf: ctx.clock.now() };
}

async function sumTypes(ctx: Official): Promise<z.infer<typeof schema.typeCount>[]> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof schema.typeCount>>({
    name: 'sum-intake-types',
    text: `with a as (${connected})
           select t.type, coalesce(k.kept, 0)::int as kept, coalesce(k.withdrawn, 0)::int as withdrawn,
             coalesce(w.waiting, 0)::int as waiting, c.told::int as told, c.told_at as "toldAt"
           from unnest($2::text[]) with ordinality as t (type, place)
           left join (select type, sum(entries) filter (where what = 'kept') as kept,
                        sum(entries) filter (where what = 'withdrawn') as withdrawn
                      from record_tallies where facility_id in (select facility_id from a) and what in ('kept', 'withdrawn')
                      group by type) k on k.type = t.type
           left join (select resource_type, sum(told) as told, min(told_at) as told_at from his_counts
                      where facility_id in (select facility_id from a) group by 1) c on c.resource_type = t.type
           left join (select resource_type, count(distinct (facility_id, resource_id)) as waiting from his_rejects
                      where facility_id in (select facility_id from a) and settled_at is null group by 1) w
             on w.resource_type = t.type
           order by t.place`,
    values: [likeOf(ctx), clinicalTypes],
  });
  return rows;
}

async function listHospitals(ctx: Official, page: number): Promise<z.infer<typeof schema.hospitalLine>[]> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof schema.hospitalLine>>({
    name: 'list-intake-hospitals',
    text: `with a as (${area}),
             sums as (select facility_id, sum(entries) filter (where what = 'kept') as kept,
                        sum(entries) filter (where what = 'gap') as gaps, sum(entries) filter (where what = 'finding') as findings
                      from record_tallies where facility_id in (select facility_id from a) group by 1),
             told as (select c.facility_id, sum(c.told) as told, sum(least(c.told, coalesce(t.entries, 0))) as matched
                      from his_counts c left join record_tallies t on t.facility_id = c.facility_id and t.what = 'kept'
                        and t.type = c.resource_type and t.key = ''
                      where c.facility_id in (select facility_id from a) group by 1),
             waits as (select facility_id, count(distinct (resource_type, resource_id)) as waiting from his_rejects
                       where facility_id in (select facility_id from a) and settled_at is null and resource_type = any($2) group by 1)
           select a.facility_id as "facilityId", a.name as "facilityName", coalesce(s.kept, 0)::int as kept, c.told::int as told,
             coalesce(c.matched, 0)::int as matched, coalesce(w.waiting, 0)::int as waiting, coalesce(s.gaps, 0)::int as gaps,
             coalesce(s.findings, 0)::int as findings, a.records_at as "recordsAt"
           from a left join sums s using (facility_id) left join told c using (facility_id) left join waits w using (facility_id)
           order by not a.connected, coalesce(c.matched::float8 / nullif(c.told, 0), -1), a.facility_id limit ${pageSize} offset $3`,
    values: [likeOf(ctx), clinicalTypes, (page - 1) * pageSize],
  });
  return rows;
}
