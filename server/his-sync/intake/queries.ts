import type { z } from 'zod';
import { clinicalTypes, isClinicalType } from '#fhir/resources/clinical/shapes.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { resourceFrom } from '../record-rejects.ts';
import { maskedResource } from './masked.ts';
import { nameAccounts } from './name-accounts.ts';
import type * as schema from './schema.ts';

type Reads = Pick<Context, 'db' | 'clock' | 'sealing'>;
type Row = z.infer<typeof schema.waitingGroup>;

const groupsMost = 50;
const linesMost = 50;
const pageSize = 20;

const waitingColumns = `resource_type as type, reason, count(*)::int as count, min(first_seen_at) as "firstSeenAt",
  max(tried_at) as "triedAt", (array_agg(tried_by order by tried_at desc nulls last))[1] as "triedBy"`;

/** All that staff and officials see of what a hospital's records add up to; the caller has proven the scope. */
export async function readIntake(ctx: Reads, facilityId: string): Promise<schema.IntakeOverview> {
  const facility = await readFacility(ctx, facilityId);
  const [types, waiting, tallies, maps] = await Promise.all([
    countTypes(ctx, facilityId),
    ctx.db.pool.query<Row>({
      name: 'group-his-rejects',
      text: `select ${waitingColumns} from his_rejects where facility_id = $1 and settled_at is null
             group by resource_type, reason order by count(*) desc, resource_type, reason limit $2`,
      values: [facilityId, groupsMost + 1],
    }),
    listTallies(ctx, facilityId),
    ctx.db.pool.query<z.infer<typeof schema.mapLine>>(
      `select system, code, target_system as "targetSystem", target_code as "targetCode", target_name as "targetName",
         mapped_at as "mappedAt" from code_maps where facility_id = $1 order by mapped_at desc limit ${linesMost}`,
      [facilityId],
    ),
  ]);
  const { recordsAt, connected, ...named } = facility;
  return {
    ...{ facility: named, connected, recordsAt, types },
    waiting: await nameTriers(ctx, waiting.rows.slice(0, groupsMost)),
    waitingMore: waiting.rows.length > groupsMost,
    ...tallies,
    maps: maps.rows,
    asOf: ctx.clock.now(),
  };
}

/** Who last had them read again, by name. */
async function nameTriers(ctx: Reads, rows: readonly Row[]): Promise<Row[]> {
  const names = await nameAccounts(
    ctx,
    rows.flatMap((row) => row.triedBy ?? []),
  );
  return rows.map((row) => ({
    ...row,
    triedBy: row.triedBy && (names.get(row.triedBy) ?? null),
    rereadable: isClinicalType(row.type),
  }));
}

async function readFacility(ctx: Reads, facilityId: string) {
  const { rows } = await ctx.db.pool.query<{ id: string; name: string; connected: boolean; recordsAt: Date | null }>({
    name: 'read-intake-facility',
    text: `select f.id, f.name, e.facility_id is not null as connected, e.records_at as "recordsAt"
           from facilities f left join his_endpoints e on e.facility_id = f.id where f.id = $1`,
    values: [facilityId],
  });
  if (!rows[0]) throw notFound('facility');
  return rows[0];
}

async function countTypes(ctx: Reads, facilityId: string): Promise<z.infer<typeof schema.typeCount>[]> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof schema.typeCount>>({
    name: 'count-intake-types',
    text: `select t.type, coalesce(k.entries, 0) as kept, coalesce(w.entries, 0) as withdrawn,
             (select count(distinct resource_id)::int from his_rejects r
              where r.facility_id = $1 and r.resource_type = t.type and r.settled_at is null) as waiting,
             c.told, c.told_at as "toldAt"
           from unnest($2::text[]) with ordinality as t (type, place)
           left join record_tallies k on k.facility_id = $1 and k.what = 'kept' and k.type = t.type
           left join record_tallies w on w.facility_id = $1 and w.what = 'withdrawn' and w.type = t.type
           left join his_counts c on c.facility_id = $1 and c.resource_type = t.type order by t.place`,
    values: [facilityId, clinicalTypes],
  });
  return rows;
}

async function listTallies(ctx: Reads, facilityId: string) {
  const { rows } = await ctx.db.pool.query<{
    what: 'finding' | 'gap';
    type: string;
    key: string;
    label: string;
    count: number;
    lastAt: Date;
  }>({
    name: 'list-intake-tallies',
    text: `select what, type, key, label, entries as count, last_at as "lastAt" from
             (select *, row_number() over (partition by what order by entries desc, type, key) as place
              from record_tallies where facility_id = $1 and what in ('finding', 'gap') and entries > 0) as t
           where place <= $2 order by entries desc, type, key`,
    values: [facilityId, linesMost + 1],
  });
  const gaps = rows.filter((row) => row.what === 'gap');
  return {
    findings: rows
      .filter((row) => row.what === 'finding')
      .slice(0, linesMost)
      .map(({ type, key, count, lastAt }) => ({ type, finding: key, count, lastAt })),
    gaps: gaps.slice(0, linesMost).map(({ type, key, label, count }) => {
      const bar = key.lastIndexOf('|');
      return { type, system: key.slice(0, bar), code: key.slice(bar + 1), label, count };
    }),
    gapsMore: gaps.length > linesMost,
  };
}

type Waits = z.infer<typeof schema.waitingOutput>;

/** What waits for one reason, a page of it, masked for its reader. */
export async function listWaitingFor(
  ctx: Reads,
  facilityId: string,
  { resourceType, reason, page }: z.infer<typeof schema.waitingInput>,
  reader: 'hospital' | 'office',
): Promise<Waits> {
  const which = [facilityId, resourceType, reason];
  const of = `from his_rejects where facility_id = $1 and resource_type = $2 and reason = $3 and settled_at is null`;
  const { id, name } = await readFacility(ctx, facilityId);
  const { show } = ctx.sealing.speakingIds;
  const [group, items] = await Promise.all([
    ctx.db.pool.query<Row>(`select ${waitingColumns} ${of} group by resource_type, reason`, which),
    ctx.db.pool.query<Waits['items'][number] & { body: string }>(
      `select resource_id as "resourceId", version, first_seen_at as "firstSeenAt", tries, tried_at as "triedAt",
         case when pg_column_size(body) < 200000 then body::text else '{}' end as body
       ${of} order by first_seen_at, resource_id, version limit ${pageSize} offset $4`,
      [...which, (page - 1) * pageSize],
    ),
  ]);
  return {
    facility: { id, name },
    group: (await nameTriers(ctx, group.rows))[0] ?? null,
    items: items.rows.map(({ body, resourceId, ...item }) => ({
      ...item,
      resourceId: reader === 'office' ? '' : resourceId,
      shownId: reader === 'office' ? '' : show(resourceId),
      masked: show(maskedResource(resourceFrom(body), reader)),
    })),
    total: group.rows[0]?.count ?? 0,
    pageSize,
    asOf: ctx.clock.now(),
  };
}
