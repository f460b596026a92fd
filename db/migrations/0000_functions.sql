create extension if not exists btree_gist;
--> statement-breakpoint
-- Single characters and character bigrams, lower case: two-character Chinese terms can be found by index.
create function huimin_bigrams(t text) returns tsvector
language sql immutable strict parallel safe as $$
  select array_to_tsvector(array_remove(
    string_to_array(regexp_replace(lower(t), '\s', '', 'g'), null)
    || regexp_split_to_array(regexp_replace(lower(t), '(\S\S)', '\1 ', 'g'), '\s+')
    || regexp_split_to_array(regexp_replace(regexp_replace(lower(t), '(^|\s)\S', '\1', 'g'), '(\S\S)', '\1 ', 'g'), '\s+'), ''))
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
