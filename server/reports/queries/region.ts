import { childCode, sumFigures, waitHorizonDays } from '../rules.ts';
import type { PlaceView, RegionOverview, ResidenceView } from '../schema.ts';
import { type FacilityRow, readFigures } from './figures.ts';
import { listTrail, type Official, type RegionScope, reachRegion } from './scope.ts';

const shownFacilities = 200;

/** One region with its children. Throws region-not-found outside the official's area. */
export async function getRegionOverview(ctx: Official, code: string | null | undefined): Promise<RegionOverview> {
  const region = await reachRegion(ctx, code);
  const now = ctx.clock.now();
  const [trail, children, { facilities, countedAt }, own, residence] = await Promise.all([
    listTrail(ctx, region.path),
    listChildren(ctx, region.code),
    readFigures(ctx.db, now, { path: region.path }),
    listOwn(ctx, region.code),
    readResidence(ctx, region),
  ]);
  const byChild = Map.groupBy(facilities, (facility) => childCode(facility.regionPath, region.level));
  const figuresOf = new Map(facilities.map((facility) => [facility.id, facility]));
  return {
    region: { code: region.code, name: region.name, level: region.level },
    trail,
    total: sumFigures(facilities),
    residence: [...residence.values()].reduce(add, nobody),
    children: children.map((child) => ({
      ...child,
      figures: sumFigures(byChild.get(child.code) ?? []),
      residence: residence.get(child.code) ?? nobody,
    })),
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

const nobody: ResidenceView = { bookings: 0, residents: 0 };
const add = (a: ResidenceView, b: ResidenceView): ResidenceView => ({
  bookings: a.bookings + b.bookings,
  residents: a.residents + b.residents,
});

/** Sums by child; the key '' holds those who live in the region itself. */
async function readResidence(ctx: Official, region: RegionScope): Promise<Map<string, ResidenceView>> {
  const { rows } = await ctx.db.pool.query<ResidenceView & { child: string }>(
    `select split_part(r.path, '/', $2 + 1) as child, sum(b.bookings) as bookings, sum(b.residents) as residents
     from region_bookings b join regions r on r.code = b.region_code where r.path like $1 group by 1`,
    [`${region.path}%`, region.level],
  );
  return new Map(rows.map(({ child, ...sums }) => [child, sums]));
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
