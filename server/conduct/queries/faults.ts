import type { z } from 'zod';
import type { ContextOf } from '../../kernel/context.ts';
import type { faultsOutput } from '../schema.ts';

/** Failures declared for the official's area and below, and by offices above; the latest first. */
export async function listFaults(ctx: ContextOf<'official'>): Promise<z.infer<typeof faultsOutput>> {
  const { rows } = await ctx.db.pool.query<z.infer<typeof faultsOutput>['faults'][number]>({
    name: 'list-fault-windows',
    text: `select w.id, coalesce(f.name, r.name) as place, w.starts_at as "startsAt", w.ends_at as "endsAt", w.reason,
             w.created_by as "createdBy", w.created_at as "createdAt"
           from fault_windows w left join facilities f on f.id = w.facility_id join regions r on r.path = w.region_path
           where starts_with(w.region_path, $1) or starts_with($1, w.region_path)
           order by w.starts_at desc limit 100`,
    values: [ctx.actor.regionPath],
  });
  const { rows: own } = await ctx.db.pool.query<{ code: string; name: string }>(
    'select code, name from regions where code = $1',
    [ctx.actor.regionCode],
  );
  const { rows: names } = await ctx.db.pool.query<{ id: string; name: string }>(
    'select id::text, display_name as name from accounts where id::text = any($1)',
    [[...new Set(rows.map((row) => row.createdBy))]],
  );
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  return {
    faults: rows.map((row) => ({ ...row, createdBy: nameOf.get(row.createdBy) ?? row.createdBy })),
    region: own[0] ?? { code: ctx.actor.regionCode, name: '' },
  };
}
