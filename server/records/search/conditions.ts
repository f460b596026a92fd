import { comparedDates, comparedMeasures, comparedTimes } from './comparisons.ts';
import type { Bind, Criterion, EntrySearch } from './search.ts';

type Of<Kind extends Criterion['kind']> = Extract<Criterion, { kind: Kind }>;

/** What a search asks of an entry `e`, in SQL: first what an index answers, then what the rows found are held against. */
export function conditionsOf({ types, all }: EntrySearch, bind: Bind): string {
  const own = [`e.type = any(${bind(types, 'text[]')})`, 'not e.deleted'];
  return [...own, ...all.map((one) => conditionOf(one, bind))].join(' and ');
}

/** Whether an index answers it over all records: whatever else is asked, only what it finds is read. */
export function isIndexed(one: Criterion): boolean {
  if (one.kind === 'token') return one.any.every(({ code }) => code !== '');
  if (one.kind === 'string') return one.match !== 'contains';
  if (one.kind === 'date') return one.main && one.is !== 'ne';
  return one.kind !== 'quantity' && !(one.kind === 'updated' && one.is === 'ne');
}

function conditionOf(one: Criterion, bind: Bind): string {
  switch (one.kind) {
    case 'token':
      return either(one.any.map((token) => tokenIs(one.name, token, bind)));
    case 'reference': {
      const told = one.any.map((to) => `${one.name}=${to}`);
      return `(e.search && ${bind(told, 'text[]')} and e.facility_id = ${bind(one.facilityId, 'text')})`;
    }
    case 'encounter':
      // whose visit it is says the visit itself, so that the index of that person's visits is asked
      return `(e.resident_id, e.encounter_id) in (select v.resident_id, v.id from record_entries v
        where v.id = any(${bind(one.any, 'uuid[]')}))`;
    case 'id':
      return `e.id = any(${bind(one.any, 'uuid[]')})`;
    case 'string':
      return stringIs(one, bind);
    case 'date':
      return comparedDates(one, bind);
    case 'updated':
      return comparedTimes(one, bind);
    case 'quantity':
      return comparedMeasures(one, bind);
  }
}

const either = (conditions: string[]): string => `(${conditions.join(' or ') || 'false'})`;

type Token = Of<'token'>['any'][number];

function tokenIs(name: string, { system, code }: Token, bind: Bind): string {
  if (code === '') {
    return `exists (select 1 from unnest(e.search) as s where starts_with(s, ${bind(`${name}=${system}|`, 'text')}))`;
  }
  const known = `e.search @> ${bind([`${name}=${system ?? ''}|${code}`], 'text[]')}`;
  if (system !== '') return known;
  // written without a system, which stands beside no writing with one
  const [begins, ends] = [bind(`${name}=`, 'text'), bind(`|${code}`, 'text')];
  return `(${known} and not exists (select 1 from unnest(e.search) as s
    where starts_with(s, ${begins}) and right(s, length(${ends})) = ${ends} and s <> ${begins} || ${ends}))`;
}

/** Letters without accents and case, as `folded` of the reader of resources makes them. */
const foldedIn = (text: string) => `lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

function stringIs({ name, match, any }: Of<'string'>, bind: Bind): string {
  const of = `jsonb_array_elements_text(e.search_values -> ${bind(name, 'text')}) as w`;
  return either(
    any.map((text) => {
      const said = bind(text, 'text');
      if (match === 'contains')
        return `exists (select 1 from ${of} where position(${foldedIn(said)} in ${foldedIn('w')}) > 0)`;
      const begun = `e.search @> ${bind([`${name}^${beginning(text)}`], 'text[]')}`;
      const same =
        match === 'exact' ? `w = ${said}` : `position(' ' || ${foldedIn(said)} in ' ' || ${foldedIn('w')}) > 0`;
      return `(${begun} and exists (select 1 from ${of} where ${same}))`;
    }),
  );
}

/** As much of the first word as the index knows. */
function beginning(text: string): string {
  const folded = text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return [...(folded.split(/\s+/)[0] ?? '')].slice(0, 2).join('');
}
