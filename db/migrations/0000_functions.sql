create extension if not exists btree_gist;
--> statement-breakpoint
-- Single characters and character bigrams, lower case: two-character Chinese terms can be found by index.
create function huimin_bigrams(t text) returns tsvector
language sql immutable strict parallel safe as $$
  select coalesce(array_to_tsvector(array_agg(distinct g)), ''::tsvector)
  from generate_series(1, length(t)) i,
       unnest(array[substr(lower(t), i, 1), substr(lower(t), i, 2)]) g
  where g !~ '\s' and g <> ''
$$;
--> statement-breakpoint
-- All bigrams of the words typed must be there; a single character stands for itself.
create function huimin_bigram_query(q text) returns tsquery
language sql immutable strict parallel safe as $$
  select coalesce(string_agg(quote_literal(g), ' & '), quote_literal(E'\u2400'))::tsquery
  from (
    select distinct g
    from regexp_split_to_table(lower(trim(q)), '\s+') w,
         generate_series(1, greatest(length(w) - 1, 1)) i,
         lateral substr(w, i, 2) g
    where g <> ''
  ) grams
$$;
