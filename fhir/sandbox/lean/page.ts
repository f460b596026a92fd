import type { FhirResource } from '../../resources/resource.ts';
import { type Exchange, Refusal } from '../exchange.ts';
import { alternatives, dateTest, parameterTest } from './match.ts';
import { includes, parameters } from './parameters.ts';

/** A resource that is built only if it is needed: for a page, or to test a parameter. */
export type Row = { id: string; updated: number; resource(): FhirResource };

const control = ['_count', '_sort', '_total', '_include', '_after', '_offset', '_pretty'];
const maxCount = 500;

type Search = {
  tests: ((row: Row) => boolean)[];
  applied: URLSearchParams;
  count: number;
  sort: 'oldest' | 'newest';
  includes: string[];
};

function rowTest(type: string, key: string, value: string): ((row: Row) => boolean) | null {
  const [name = '', modifier = ''] = key.split(':');
  if (name === '_id') {
    const ids = new Set(alternatives(value));
    return (row) => ids.has(row.id);
  }
  if (name === '_lastUpdated') {
    const tests = alternatives(value).map(dateTest);
    return (row) => tests.some((test) => test({ from: row.updated, to: row.updated + 1 }));
  }
  const parameter = parameters[type]?.[name];
  if (!parameter) return null;
  const test = parameterTest(parameter.type, modifier, value);
  return (row) => test(parameter.values(row.resource()));
}

function readSort(query: URLSearchParams, strict: boolean): Search['sort'] {
  const sort = query.get('_sort');
  if (sort && sort !== '_lastUpdated' && sort !== '-_lastUpdated' && strict) {
    throw new Refusal(400, 'not-supported', 'Only _sort=_lastUpdated is known');
  }
  return sort === '-_lastUpdated' ? 'newest' : 'oldest';
}

function readSearch(type: string, exchange: Exchange): Search {
  const { query } = exchange;
  const strict = /handling=strict/.test(String(exchange.headers.prefer ?? ''));
  const search: Search = {
    tests: [],
    applied: new URLSearchParams(),
    count: 50,
    sort: readSort(query, strict),
    includes: [],
  };
  for (const [key, value] of query) {
    if (control.includes(key) || (key === '_summary' && value === 'count')) {
      search.applied.append(key, value);
      continue;
    }
    const test = rowTest(type, key, value);
    if (test) {
      search.tests.push(test);
      search.applied.append(key, value);
    } else if (strict) throw new Refusal(400, 'not-supported', 'Unknown search parameter');
  }
  const count = query.get('_count');
  if (count !== null && !/^\d+$/.test(count)) throw new Refusal(400, 'invalid', '_count is not a number');
  if (count !== null) search.count = Math.min(maxCount, Number(count));
  search.includes = query.getAll('_include');
  if (strict && search.includes.some((one) => !includes[one]))
    throw new Refusal(400, 'not-supported', 'Unknown _include');
  return search;
}

/** Order by time of change, then by id: a page can be continued although rows change in between. */
function compare(a: Row, b: Row): number {
  return a.updated - b.updated || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function startOf(rows: Row[], query: URLSearchParams, sort: Search['sort'], byOffset: boolean): number {
  if (byOffset) return Number(query.get('_offset') ?? 0) || 0;
  const [at, id = ''] = query.get('_after')?.split(/~(.*)/s) ?? [];
  if (at === undefined) return 0;
  const last: Row = { id, updated: Number(at), resource: () => ({ resourceType: '' }) };
  const index = rows.findIndex((row) => (sort === 'newest' ? compare(row, last) < 0 : compare(row, last) > 0));
  return index < 0 ? rows.length : index;
}

export type PageStyle = { noTotal: boolean; offsetPaging: boolean };

/** Answers a search over `candidates`. `resolve` finds what `_include` names. */
export function searchPage(
  type: string,
  exchange: Exchange,
  candidates: Row[],
  resolve: (reference: string) => FhirResource | undefined,
  style: PageStyle,
): FhirResource {
  const search = readSearch(type, exchange);
  const rows = candidates.filter((row) => search.tests.every((test) => test(row))).sort(compare);
  if (search.sort === 'newest') rows.reverse();
  const summary = exchange.query.get('_summary') === 'count' || search.count === 0;
  const start = startOf(rows, exchange.query, search.sort, style.offsetPaging);
  const page = summary ? [] : rows.slice(start, start + search.count);

  const url = (applied: URLSearchParams) => `${exchange.base}/${type}?${applied}`;
  const link = [{ relation: 'self', url: url(search.applied) }];
  const last = page.at(-1);
  if (last && start + page.length < rows.length) {
    const next = new URLSearchParams(search.applied);
    if (style.offsetPaging) next.set('_offset', String(start + page.length));
    else next.set('_after', `${last.updated}~${last.id}`);
    link.push({ relation: 'next', url: url(next) });
  }
  const matches = page.map((row) => row.resource());
  const included = includedWith(matches, search.includes, resolve);
  const entry = [...matches.map((one) => ({ resource: one, mode: 'match' })), ...included].map(
    ({ resource, mode }) => ({
      fullUrl: `${exchange.base}/${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode },
    }),
  );
  const untold = style.noTotal || exchange.query.get('_total') === 'none';
  const total = untold && !summary ? {} : { total: rows.length };
  return { resourceType: 'Bundle', type: 'searchset', ...total, link, ...(entry.length ? { entry } : {}) };
}

function includedWith(
  matches: FhirResource[],
  wanted: string[],
  resolve: (reference: string) => FhirResource | undefined,
) {
  const found = new Map<string, { resource: FhirResource; mode: string }>();
  for (const key of wanted) {
    const element = includes[key];
    for (const resource of element ? matches : []) {
      for (const one of [resource[element ?? '']].flat() as { reference?: string }[]) {
        const target = one?.reference && !found.has(one.reference) && resolve(one.reference);
        if (target) found.set(String(one.reference), { resource: target, mode: 'include' });
      }
    }
  }
  return found.values();
}
