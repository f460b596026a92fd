import type { ContextOf } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isWithin } from '../policy.ts';
import type { PlaceView } from '../schema.ts';

export type Official = Pick<ContextOf<'official'>, 'db' | 'actor' | 'clock' | 'sealing'>;

declare const proven: unique symbol;
/** A region that was found to lie in the official's area: queries take nothing else. */
export type RegionScope = PlaceView & { path: string; readonly [proven]: true };

/** The official's own region when none is named. Throws region-not-found outside the area. */
export async function reachRegion(ctx: Official, code: string | null | undefined): Promise<RegionScope> {
  const { rows } = await ctx.db.pool.query('select code, name, level, path from regions where code = $1', [
    code ?? ctx.actor.regionCode,
  ]);
  const region = rows[0];
  if (!region || !isWithin(region.path, ctx.actor.regionPath)) throw notFound('region');
  return region;
}

/** Regions from the top of the official's area down to `path`. */
export async function listTrail(ctx: Official, path: string): Promise<PlaceView[]> {
  const { rows } = await ctx.db.pool.query(
    'select code, name, level, path from regions where code = any($1) order by level',
    [path.split('/').filter(Boolean)],
  );
  return rows
    .filter((row) => isWithin(row.path, ctx.actor.regionPath))
    .map(({ code, name, level }) => ({ code, name, level }));
}
