import { childCode, sumFigures, waitHorizonDays } from '../rules.ts';
import type { PlaceView, RegionOverview } from '../schema.ts';
import { type FacilityRow, readFigures } from './figures.ts';
import { listTrail, type Official, reachRegion } from './scope.ts';

const shownFacilities = 200;

/** One region with its children. Throws region-not-found outside the official's area. */
export async function getRegionOverview(ctx: Official, code: string | null | undefined): Promise<RegionOverview> {
  const region = await reachRegion(ctx, code);
  const now = ctx.clock.now();
  const [trail, children, { facilities, countedAt }, own] = await Promise.all([
    listTrail(ctx, region.path),
    listChildren(ctx, region.code),
    readFigures(ctx.db, now, { path: region.path }),
    listOwn(ctx, region.code),
  ]);
  const byChild = Map.groupBy(facilities, (facility) => childCode(facility.regionPath, region.level));
  const figuresOf = new Map(facilities.map((facility) => [facility.id, facility]));
  return {
    region: { code: region.code, name: region.name, level: region.level },
    trail,
    total: sumFigures(facilities),
    children: children.map((child) => ({ ...child, figures: sumFigures(byChild.get(child.code) ?? []) })),
    facilities: own.slice(0, shownFacilities).map((facility) => {
      const counted = figuresOf.get(facility.id);
      return { ...facility, figures: sumFigures(counted ? [counted] : []) };
    }),
    facilitiesTotal: own.length,
    horizonDays: waitHorizonDays,
    countedAt,
    asOf: now,
  };
}

async function listChildren(ctx: Official, code: string): Promise<PlaceView[]> {
  const { rows } = await ctx.db.pool.query<PlaceView>(
    'select code, name, level from regions where parent_code = $1 order by code',
    [code],
  );
  return rows;
}

/** Facilities attached to the region itself: a county's hospitals, a village's clinic. */
async function listOwn(ctx: Official, code: string): Promise<Pick<FacilityRow, 'id' | 'name' | 'kind' | 'bookable'>[]> {
  const { rows } = await ctx.db.pool.query(
    'select id, name, kind, bookable from facilities where region_code = $1 order by level desc, id',
    [code],
  );
  return rows;
}
