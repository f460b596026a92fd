import type { Bind, Comparison, Criterion } from './search.ts';

type Of<Kind extends Criterion['kind']> = Extract<Criterion, { kind: Kind }>;
/** Takes its place in the statement where it is first written: a parameter that nothing uses is refused. */
type Late = { toString: () => string };
type Bounds = { from: Late; to: Late };

function late(bind: Bind, value: unknown, type: string): Late {
  let place = '';
  const take = () => {
    place ||= bind(value, type);
    return place;
  };
  return { toString: take };
}
/** How a span from `f` to `t` stands to the span that is asked for (R4 search, prefixes). */
type Rule = (f: string, t: string, asked: Bounds) => string;

const within: Rule = (f, t, { from, to }) => `${f} >= ${from} and ${t} <= ${to}`;
const spans: Readonly<Record<Comparison, Rule>> = {
  eq: within,
  ne: (f, t, asked) => `not (${within(f, t, asked)})`,
  gt: (_f, t, { to }) => `${t} > ${to}`,
  lt: (f, _t, { from }) => `${f} < ${from}`,
  ge: (f, t, asked) => `(${t} > ${asked.to} or ${within(f, t, asked)})`,
  le: (f, t, asked) => `(${f} < ${asked.from} or ${within(f, t, asked)})`,
  sa: (f, _t, { to }) => `${f} >= ${to}`,
  eb: (_f, t, { from }) => `${t} <= ${from}`,
  ap: (f, t, { from, to }) => `${f} < ${to} and ${t} > ${from}`,
};

/** The same said of the columns of time, which the index of times knows; open ends count as everything. */
const columns: Readonly<Record<Comparison, (asked: Bounds) => string>> = {
  eq: ({ from, to }) => `e.starts_at >= ${from} and e.starts_at < ${to}`,
  ne: () => 'true',
  gt: ({ to }) => `(e.ends_at > ${to} or e.ends_at is null)`,
  lt: ({ from }) => `(e.starts_at < ${from} or e.starts_at is null)`,
  ge: ({ from }) => `(e.ends_at > ${from} or e.ends_at is null)`,
  le: ({ to }) => `(e.starts_at < ${to} or e.starts_at is null)`,
  sa: ({ to }) => `e.starts_at >= ${to}`,
  eb: ({ from }) => `e.ends_at <= ${from}`,
  ap: ({ from, to }) => `(e.starts_at < ${to} or e.starts_at is null) and (e.ends_at > ${from} or e.ends_at is null)`,
};

export function comparedDates({ name, is, from, to, main }: Of<'date'>, bind: Bind): string {
  const ms = { from: late(bind, from.getTime(), 'float8'), to: late(bind, to.getTime(), 'float8') };
  const told = `exists (select 1 from jsonb_array_elements(e.search_values -> ${bind(name, 'text')}) as d
    cross join lateral (select coalesce((d ->> 0)::float8, '-infinity') as f, coalesce((d ->> 1)::float8, 'infinity') as t) as s
    where ${spans[is]('s.f', 's.t', ms)})`;
  if (!main) return told;
  return `(${columns[is]({ from: late(bind, from, 'timestamptz'), to: late(bind, to, 'timestamptz') })} and ${told})`;
}

export function comparedTimes({ is, from, to }: Of<'updated'>, bind: Bind): string {
  const asked = { from: late(bind, from, 'timestamptz'), to: late(bind, to, 'timestamptz') };
  // a moment lies within what is asked for when it comes before the end of it
  const equal = () => `e.updated_at >= ${asked.from} and e.updated_at < ${asked.to}`;
  if (is === 'eq' || is === 'ap') return `(${equal()})`;
  if (is === 'ne') return `not (${equal()})`;
  if (is === 'gt' || is === 'sa') return `e.updated_at >= ${asked.to}`;
  if (is === 'lt' || is === 'eb') return `e.updated_at < ${asked.from}`;
  return is === 'ge' ? `e.updated_at >= ${asked.from}` : `e.updated_at < ${asked.to}`;
}

const numbers: Readonly<Record<Comparison, (v: string, at: Record<'value' | 'low' | 'high', Late>) => string>> = {
  eq: (v, { low, high }) => `${v} >= ${low} and ${v} < ${high}`,
  ne: (v, { low, high }) => `not (${v} >= ${low} and ${v} < ${high})`,
  gt: (v, { value }) => `${v} > ${value}`,
  lt: (v, { value }) => `${v} < ${value}`,
  ge: (v, { value }) => `${v} >= ${value}`,
  le: (v, { value }) => `${v} <= ${value}`,
  sa: (v, { high }) => `${v} >= ${high}`,
  eb: (v, { low }) => `${v} < ${low}`,
  ap: (v, { value }) => `abs(${v} - ${value}) <= abs(${value}) * 0.1`,
};

export function comparedMeasures({ name, is, value, low, high, system, unit }: Of<'quantity'>, bind: Bind): string {
  const number = (text: string) => late(bind, text, 'numeric');
  const at = { value: number(value), low: number(low), high: number(high) };
  const [of, as] = [bind(system, 'text'), bind(unit, 'text')];
  return `exists (select 1 from jsonb_array_elements(e.search_values -> ${bind(name, 'text')}) as m
    where ${numbers[is](`(m ->> 'value')::numeric`, at)} and (${of} = '' or m ->> 'system' = ${of})
      and (${as} = '' or m ->> 'code' = ${as} or m ->> 'unit' = ${as}))`;
}
