import { regionDay } from '../../kernel/clock.ts';
import { monthBefore, smallest } from '../guide/rules.ts';
import { listTrail, type Official, type RegionScope, reachRegion } from '../queries/scope.ts';
import type { Grouping, Statistics, StatisticsInput } from '../schema/statistics.ts';
import { antenatalCodes, dentalCodes, isMet, rateOf, ratesOf, type Sums, tertiaryLevel } from './rules.ts';

const shown = 300;
const trendMonths = 12;

type Span = { path: string; from: string; before: string; level: number };
type Keyed<K extends string> = Sums & Record<K, string>;

const sums = `
  coalesce(sum(m.clinics), 0) as clinics, coalesce(sum(m.stopped), 0) as stopped, coalesce(sum(m.released), 0) as released,
  coalesce(sum(m.unused), 0) as unused, coalesce(sum(m.visits), 0) as visits, coalesce(sum(m.booked), 0) as booked,
  coalesce(sum(m.timed), 0) as timed, coalesce(sum(m.returns), 0) as returns,
  coalesce(sum(m.returns_booked), 0) as "returnsBooked", coalesce(sum(m.wait_days), 0) as "waitDays"`;
const source = `
  from department_months m join facilities f on f.id = m.facility_id join departments d on d.id = m.department_id`;
const within = 'f.region_path like $1 and m.month >= $2 and m.month < $3';

/** Key and name of a row, by what the rows are. */
const groupings: Record<Grouping, { key: string; name: string; join: string; order: string }> = {
  region: {
    key: `split_part(f.region_path, '/', $4::int + 1)`,
    name: 'max(g.name)',
    join: `left join regions g on g.code = split_part(f.region_path, '/', $4::int + 1)`,
    order: 'key',
  },
  facility: { key: 'f.id', name: 'max(f.name)', join: '', order: 'visits desc, key' },
  department: {
    key: 'd.catalog_code',
    name: 'max(c.name)',
    join: 'join department_catalog c on c.code = d.catalog_code',
    order: 'visits desc, key',
  },
  month: { key: `to_char(m.month, 'YYYY-MM')`, name: `to_char(m.month, 'YYYY-MM')`, join: '', order: 'key desc' },
};

/** Officials' statistics of an area (A51) with the national targets. Throws region-not-found outside the area. */
export async function getStatistics(ctx: Official, input: StatisticsInput): Promise<Statistics> {
  const region = await reachRegion(ctx, input.regionCode);
  const asOf = ctx.clock.now();
  const until = input.until ?? regionDay(asOf).slice(0, 7);
  const months = input.by === 'month' ? trendMonths : input.months;
  const from = monthBefore(until, months - 1);
  const before = `${monthBefore(until, -1)}-01`;
  const span: Span = { path: `${region.path}%`, from: `${from}-01`, before, level: region.level };
  const [trail, rows, scopes, targets] = await Promise.all([
    listTrail(ctx, region.path),
    readRows(ctx, region, input.by, span),
    readScopes(ctx, span),
    readTargets(ctx, before),
  ]);
  const all = scopes.get('all');
  return {
    region: { code: region.code, name: region.name, level: region.level },
    ...{ trail, from, until, by: input.by, smallest, asOf },
    total: ratesOf(all?.sums ?? nothing),
    rows: rows.slice(0, shown).map(({ key, name, ...row }) => ({ key, name, rates: ratesOf(row) })),
    more: Math.max(0, rows.length - shown),
    targets: targets.map((target) => {
      const rate = rateOf(target.indicator, scopes.get(target.scope)?.sums ?? nothing);
      return { ...target, rate, met: isMet(target, rate) };
    }),
    sample: all?.sample ?? false,
    countedAt: all?.countedAt ?? null,
  };
}

const nothing: Sums = {
  ...{ clinics: 0, stopped: 0, released: 0, unused: 0, visits: 0 },
  ...{ booked: 0, timed: 0, returns: 0, returnsBooked: 0, waitDays: 0 },
};

/** Facilities that belong to the region itself stand under its own name. */
async function readRows(ctx: Official, region: RegionScope, by: Grouping, { path, from, before, level }: Span) {
  const { key, name, join, order } = groupings[by];
  const { rows } = await ctx.db.pool.query<Keyed<'key' | 'name'>>(
    `select ${key} as key, coalesce(${name}, '') as name, ${sums} ${source} ${join}
     where ${within} ${by === 'region' ? '' : 'and $4::int is not null'} group by ${key} order by ${order} limit 2000`,
    [path, from, before, level],
  );
  return rows.map((row) => ({ ...row, name: row.name || region.name }));
}

type Scope = { sums: Sums; sample: boolean; countedAt: Date };

/** The area's sums as a whole, and of those facilities or departments of which the country asks more. */
async function readScopes(ctx: Official, { path, from, before }: Span): Promise<Map<string, Scope>> {
  const { rows } = await ctx.db.pool.query<Keyed<'scope'> & { sample: boolean; countedAt: Date }>(
    `select v.scope, bool_or(m.sample) as sample, max(m.counted_at) as "countedAt", ${sums} ${source}
     cross join lateral (values ('all', true), ('tertiary', f.level = $4), ('dental', d.catalog_code like $5),
       ('antenatal', d.catalog_code like $6)) v (scope, applies)
     where ${within} and v.applies group by v.scope`,
    [path, from, before, tertiaryLevel, dentalCodes, antenatalCodes],
  );
  return new Map(rows.map(({ scope, sample, countedAt, ...row }) => [scope, { sums: row, sample, countedAt }]));
}

type Target = Omit<Statistics['targets'][number], 'rate' | 'met'>;

/** Of each target the newest that is in force at the end of the span. */
async function readTargets(ctx: Official, before: string): Promise<Target[]> {
  const { rows } = await ctx.db.pool.query<Target>(
    `select distinct on (indicator, scope) indicator, scope, valid_from as "validFrom", at_least as "atLeast", strictly,
       source, source_date as "sourceDate"
     from rate_targets where valid_from < $1 order by indicator, scope, valid_from desc`,
    [before],
  );
  return rows;
}
