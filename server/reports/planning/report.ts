import { planningTargets } from '../../family-planning/eligibility/fertility.ts';
import { methods } from '../../family-planning/schema/methods.ts';
import { regionDay } from '../../kernel/clock.ts';
import { monthBefore, smallest } from '../guide/rules.ts';
import { listTrail, type Official, type RegionScope, reachRegion } from '../queries/scope.ts';
import type { PlanningFigures, PlanningReport, PlanningReportInput, PlanningShare } from '../schema/planning.ts';
import type { RateView } from '../schema/statistics.ts';
import type { PlaceView } from '../schema.ts';
import { countStock } from './count-stock.ts';
import { type Measure, served, shares } from './measures.ts';

const trendMonths = 12;
const partOf: Record<PlanningShare, keyof typeof shares> = {
  checked: 'registered-checked',
  early: 'early-done',
  outcome: 'outcome-done',
};

type Row = { regionCode: string; month: string; measure: Measure; value: number | null; countedAt: Date };

/**
 * Family planning in an official's area: numbers of people by region and month, never a person (C8). Throws
 * region-not-found outside the area.
 */
export async function getPlanningReport(ctx: Official, input: PlanningReportInput): Promise<PlanningReport> {
  const region = await reachRegion(ctx, input.regionCode);
  const asOf = ctx.clock.now();
  const running = regionDay(asOf).slice(0, 7);
  const months = Array.from({ length: trendMonths }, (_, i) => monthBefore(running, i + 1));
  const month = months.find((each) => each === input.month) ?? months[0] ?? running;
  const [trail, regions, stock] = await Promise.all([
    listTrail(ctx, region.path),
    listBelow(ctx, region),
    countStock(ctx, region.path),
  ]);
  const [now, then] = await Promise.all([
    readFigures(ctx, [region.code, ...regions.map(({ code }) => code)], [month]),
    readFigures(ctx, [region.code], months),
  ]);
  const byRegion = Map.groupBy(now, (row) => row.regionCode);
  const byMonth = Map.groupBy(then, (row) => row.month);
  return {
    region: { code: region.code, name: region.name, level: region.level },
    ...{ trail, month, months, smallest, stock, asOf },
    total: viewOf(byRegion.get(region.code)),
    regions: regions.flatMap((place) => {
      const rows = byRegion.get(place.code);
      return rows ? [{ ...place, figures: viewOf(rows) }] : [];
    }),
    byMonth: months.map((each) => ({ month: each, figures: viewOf(byMonth.get(each)) })),
    targets: { checked: planningTargets.coverage, early: planningTargets.early, outcome: planningTargets.outcome },
    countedAt: then[0]?.countedAt ?? null,
  };
}

async function listBelow(ctx: Official, region: RegionScope): Promise<PlaceView[]> {
  const { rows } = await ctx.db.pool.query<PlaceView>({
    name: 'list-planning-regions',
    text: 'select code, name, level from regions where parent_code = $1 and level <= 4 order by code',
    values: [region.code],
  });
  return rows;
}

/** What may be shown; the rest does not leave the database. */
async function readFigures({ db }: Pick<Official, 'db'>, codes: string[], months: string[]): Promise<Row[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'read-planning-figures',
    text: `select region_code as "regionCode", to_char(month, 'YYYY-MM') as month, measure,
             case when shown then value end as value, counted_at as "countedAt"
           from planning_figures where region_code = any($1) and month = any($2::date[])`,
    values: [codes, months.map((month) => `${month}-01`)],
  });
  return rows;
}

/** Of what there is no row there was nobody. */
function viewOf(rows: readonly Row[] = []): PlanningFigures {
  const told = new Map(rows.map((row) => [row.measure, row.value]));
  const of = (measure: Measure): number | null => {
    const value = told.get(measure);
    return value === undefined ? 0 : value;
  };
  const share = (name: PlanningShare): RateView => {
    const [part, whole] = [of(partOf[name]), of(shares[partOf[name]])];
    return { part, whole, value: part === null || !whole ? null : part / whole };
  };
  return {
    registered: of('registered'),
    couplesChecked: of('couples-checked'),
    shares: { checked: share('checked'), early: share('early'), outcome: share('outcome') },
    served: Object.fromEntries(methods.map((method) => [method, of(served(method))])) as PlanningFigures['served'],
  };
}
