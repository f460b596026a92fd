import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { doorRank } from '../families.ts';
import { daysUntil, type Earliest, findEarliest } from '../find-earliest.ts';
import type { Origin } from '../find-origin.ts';
import { findTariff, type Tariff, tariffView } from '../find-tariff.ts';
import { ownShareOf } from '../own-share.ts';
import type { AdviceAnswer, SideView } from '../schema/ask.ts';
import { generalPractice } from './rules.ts';
import { type Told, tierOf } from './tiers.ts';

type Reader = Pick<Context, 'db' | 'clock'>;
type Tier = NonNullable<AdviceAnswer['tier']>;
type Row = {
  facilityId: string;
  kind: string;
  level: number;
  name: string;
  departmentId: string | null;
  code: string;
  path: string;
};

const townshipLevel = 1;
/** Steps of a path: province, city, county, township, village. */
const pathTo = (path: string, level: number): string =>
  path
    .split('/')
    .slice(0, level)
    .map((code) => `${code}/`)
    .join('');

/** The advice by tiers of care with what it saves: own share and wait here and there, from the tickets of this moment. */
export async function adviseTier(ctx: Reader, told: Told, origin: Origin | null): Promise<Tier> {
  const today = regionDay(ctx.clock.now());
  const tariff = await findTariff(ctx.db.pool, today);
  const sides = origin ? await findSides(ctx, told, origin, { tariff, today }) : priceSides(tariff);
  const own = (where: SideView['where']) => sides.find((side) => side.where === where)?.ownFen ?? null;
  const [near, far] = [own('township'), own('city') ?? own('county')];
  return {
    ...tierOf(told),
    sides,
    savesFen: near !== null && far !== null ? far - near : null,
    tariff: tariffView(tariff),
  };
}

/** Without an area only the prices are known. */
function priceSides(tariff: Tariff): SideView[] {
  const places = [
    ['township', townshipLevel],
    ['county', 2],
    ['city', 3],
  ] as const;
  return places.flatMap(([where, level]) => {
    const share = ownShareOf(tariff.get(level), null);
    return share ? [{ ...blank(where, level), ownFen: share.ownFen, billFen: share.billFen }] : [];
  });
}

const blank = (where: SideView['where'], level: number): SideView => ({
  ...{ where, level, name: null, ownFen: null, billFen: null, waitDays: null },
  walkIn: where === 'township',
  facilities: 0,
});

/** Hospitals of the city that have the department, and the own township's centre. Reference tables only. */
const placesAround = {
  name: 'list-tier-places',
  text: `select f.id as "facilityId", f.kind, f.level, f.name, f.region_path as path, d.id as "departmentId", coalesce(d.catalog_code, '') as code
         from facilities f left join departments d on d.facility_id = f.id and (d.catalog_code = $2 or starts_with(d.catalog_code, $2 || '.'))
         where (f.bookable and f.kind = 'hospital' and starts_with(f.region_path, $1) and d.id is not null)
            or (f.kind = 'township_centre' and f.region_code = $3)`,
};

type Terms = { tariff: Tariff; today: string };

async function findSides(ctx: Reader, told: Told, origin: Origin, { tariff, today }: Terms): Promise<SideView[]> {
  const wanted = told.first || generalPractice.code;
  const [city, county, township] = [2, 3, 4].map((level) => pathTo(origin.path, level)) as [string, string, string];
  const townshipCode = origin.level >= 4 ? (township.split('/').at(-2) ?? '') : '';
  const { rows } = await ctx.db.pool.query<Row>({ ...placesAround, values: [city, wanted, townshipCode] });
  const doors = oneDoorEach(rows, wanted, told.facts.pregnant);
  const earliest = await findEarliest(
    ctx,
    doors.flatMap((row) => row.departmentId ?? []),
  );
  const terms = { tariff, today, earliest };
  const centre = doors.find((row) => row.kind === 'township_centre');
  const hospitals = doors.filter((row) => row.kind === 'hospital');
  return [
    { ...sideOf('township', townshipLevel, centre ? [centre] : [], terms), name: centre?.name ?? null },
    sideOf(
      'county',
      2,
      hospitals.filter((row) => row.level <= 2 && row.path.startsWith(county)),
      terms,
    ),
    sideOf(
      'city',
      3,
      hospitals.filter((row) => row.level >= 3),
      terms,
    ),
  ].filter((side) => side.where === 'township' || side.facilities > 0);
}

/** One department a facility: the usual first door. */
function oneDoorEach(rows: Row[], wanted: string, pregnant?: boolean): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const known = best.get(row.facilityId);
    if (!known || doorRank(row.code, wanted, pregnant) < doorRank(known.code, wanted, pregnant))
      best.set(row.facilityId, row);
  }
  return [...best.values()];
}

/** The usual price and the median wait, a wait somebody really has: of two the shorter. */
function sideOf(
  where: SideView['where'],
  level: number,
  rows: Row[],
  { tariff, today, earliest }: Terms & { earliest: Map<string, Earliest> },
): SideView {
  const found = rows.flatMap((row) => earliest.get(row.departmentId ?? '') ?? []);
  const waits = found.map(({ date }) => daysUntil(today, date)).sort((a, b) => a - b);
  const fees = found.map(({ feeFen }) => feeFen).sort((a, b) => a - b);
  const share = ownShareOf(tariff.get(level), fees[(fees.length - 1) >> 1] ?? null);
  return {
    ...blank(where, level),
    ownFen: share?.ownFen ?? null,
    billFen: share?.billFen ?? null,
    waitDays: waits[(waits.length - 1) >> 1] ?? null,
    walkIn: where === 'township' && waits.length === 0,
    facilities: rows.length,
  };
}
