import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { nearestWord } from '../near-words.ts';
import { fromCursor, soundOf, termsOf, toCursor } from '../rules.ts';
import type { searchInput, searchOutput } from '../schema.ts';
import { cardColumns, cardJoins } from './cards.ts';

type Search = z.infer<typeof searchInput>;
type Found = z.infer<typeof searchOutput>;
type Card = Found['facilities'][number] & { score: number; total: number };

/**
 * Score: the very name first, then what can be booked before what cannot (which stays in the list, E8), then how
 * well the name fits (7 begins so, 5 contains, 3 only a department fits), provincial, level, grade, shorter name.
 */
const rank = `
  (case when f.bookable then 1000000 else 0 end) + (case when f.provincial then 2000 else 0 end) + f.level * 500
  + (case f.grade when '甲' then 100 when '乙' then 50 else 0 end) + 40 - least(length(f.name), 40)`;
const score = `(case when fit.best = 9 then 2000000 else 0 end) + coalesce(fit.best, 0) * 10000 + ${rank}`;

/** How a name, its pinyin or its initials (\`n\`) fit one of the terms $1. */
const fitOf = (n: string) => `
  select max(case when lower(${n}.name) = term or ${n}.pinyin = term or ${n}.initials = term then 9
                  when starts_with(lower(${n}.name), term) or starts_with(${n}.pinyin, term) or starts_with(${n}.initials, term) then 7
                  when strpos(lower(${n}.name), term) > 0 or strpos(${n}.pinyin, term) > 0 or strpos(${n}.initials, term) > 0 then 5 end)
  from unnest($1::text[]) term`;
const query = `(select string_agg('(' || huimin_bigram_query(term)::text || ')', ' | ')::tsquery from unnest($1::text[]) term)`;

const inArea = `($2::text is null or f.region_path like (select path from regions where code = $2) || '%')
  and ($3::int is null or f.level = $3)
  and ($4::text is null or exists (select 1 from departments d where d.facility_id = f.id
       and (d.catalog_code = $4 or starts_with(d.catalog_code, $4 || '.'))))`;

const byWord = `
  with named as (
    select f.id, (${fitOf('f')}) as best from facilities f where f.search @@ ${query}
    union all
    select d.facility_id, 3 from departments d where d.search @@ ${query} and (${fitOf('d')}) is not null
  ), fits as (select id, max(best) as best from named where best is not null group by id),
  fit as materialized (
    select f.id, ${score} as score from fits fit join facilities f on f.id = fit.id where ${inArea}
  )`;

/** Without words, only hospitals, unless the area is a county or smaller: 37,000 clinics are nobody's first choice. */
const byArea = `
  with fit as materialized (
    select f.id, ${rank} as score
    from facilities f where cardinality($1::text[]) = 0 and ${inArea}
      and (f.kind = 'hospital' or (select level from regions where code = $2) >= 3)
  )`;

const page = `
  select ${cardColumns}, fit.score, (select count(*) from fit) as total,
    coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name) order by d.id) from departments d
      where d.facility_id = f.id and (($4::text is not null and (d.catalog_code = $4 or starts_with(d.catalog_code, $4 || '.')))
        or (cardinality($1::text[]) > 0 and (${fitOf('d')}) is not null))), '[]') as "matchedDepartments"
  from (select * from fit where ($5::int is null or score < $5 or (score = $5 and id > $6)) order by score desc, id limit $7) fit
  join facilities f on f.id = fit.id ${cardJoins}
  order by fit.score desc, fit.id`;

/**
 * Hospitals and doctors by area, level, department and words (names, pinyin, initials). What is found under no
 * spelling is looked for by its sound (花西医院 finds 华西), and at last by the word nearest to it (华西医完), which
 * the answer names (E8).
 */
export async function searchFacilities(ctx: Pick<Context, 'db'>, input: Search): Promise<Found> {
  const found = await searchBy(ctx, termsOf(input.q), input);
  const [term] = termsOf(input.q);
  if (!isEmpty(found) || !term) return found;
  const sound = soundOf(input.q);
  const alike = sound ? await searchBy(ctx, [sound], input) : found;
  if (!isEmpty(alike)) return alike;
  const near = nearestWord(term, await wordsLike(ctx, term));
  return near ? { ...(await searchBy(ctx, [near], input)), near } : found;
}

const isEmpty = (found: Found) => found.facilities.length === 0 && found.doctors.length === 0;

const bookable = (column: 'name' | 'pinyin') =>
  `select ${column} as word from facilities where bookable union select ${column} from departments`;

/**
 * Names to compare with, in characters or in letters as the term is; read only when all else failed. Doctors in
 * characters alone: in letters they are many, and all alike.
 */
async function wordsLike({ db }: Pick<Context, 'db'>, term: string): Promise<string[]> {
  const statement = /^[a-z0-9]+$/.test(term)
    ? { name: 'words-in-letters', text: bookable('pinyin') }
    : { name: 'words-in-characters', text: `${bookable('name')} union select name from practitioners` };
  const { rows } = await db.pool.query<{ word: string }>(statement);
  return rows.map((row) => row.word.toLowerCase());
}

/** Hot: prepared. */
async function searchBy(ctx: Pick<Context, 'db'>, terms: string[], input: Search): Promise<Found> {
  const after = fromCursor(input.cursor);
  const filters = [terms, input.regionCode ?? null, input.level ?? null, input.catalogCode ?? null];
  const { rows } = await ctx.db.pool.query<Card>({
    name: terms.length > 0 ? 'search-facilities-word' : 'search-facilities-area',
    text: `${terms.length > 0 ? byWord : byArea} ${page}`,
    values: [...filters, after?.score ?? null, after?.id ?? null, input.limit + 1],
  });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    facilities: shown.map(({ score: _score, total: _total, ...card }) => card),
    doctors: terms.length > 0 && !after ? await searchDoctors(ctx, terms, input.regionCode ?? null) : [],
    next: rows.length > input.limit && last ? toCursor(last) : null,
    total: rows[0]?.total ?? 0,
    near: null,
  };
}

/** Doctors by name, pinyin or initials; the same person at two hospitals appears at both. */
async function searchDoctors(
  ctx: Pick<Context, 'db'>,
  terms: string[],
  regionCode: string | null,
): Promise<Found['doctors']> {
  const { rows } = await ctx.db.pool.query<Found['doctors'][number] & { best: number }>({
    name: 'search-doctors',
    text: `select p.id, p.name, p.title, f.id as "facilityId", f.name as "facilityName", d.id as "departmentId", d.name as "departmentName"
           from practitioners p cross join lateral (${fitOf('p')}) fit(best)
           join practitioner_roles r on r.practitioner_id = p.id and (r.valid_to is null or r.valid_to >= current_date)
           join departments d on d.id = r.department_id join facilities f on f.id = r.facility_id
           where p.search @@ ${query} and fit.best is not null and f.bookable
             and ($2::text is null or f.region_path like (select path from regions where code = $2) || '%')
           order by fit.best desc, f.provincial desc, f.level desc, p.id, d.id limit 12`,
    values: [terms, regionCode],
  });
  return rows;
}
