import type { ClientBase, Pool } from 'pg';
import { type Axis, axisColumn } from './distribution.ts';

/** What PostgreSQL's catalog says of one table, as far as distributing it is concerned. */
export type TableFacts = {
  table: string;
  columns: { name: string; notNull: boolean }[];
  uniques: { name: string; primary: boolean; columns: string[] }[];
  exclusions: { name: string; equalColumns: string[] }[];
  foreignKeys: { name: string; columns: string[]; target: string; targetColumns: string[] }[];
};

/** Reads every table of schema public, the migrations' own apart. */
export async function readCatalog(db: Pool | ClientBase): Promise<TableFacts[]> {
  const { rows } = await db.query<TableFacts>(`
    with names as (
      select attrelid, attnum, attname::text as name, attnotnull from pg_attribute where attnum > 0 and not attisdropped
    )
    select c.relname::text as table,
      (select json_agg(json_build_object('name', n.name, 'notNull', n.attnotnull)) from names n where n.attrelid = c.oid) as columns,
      (select coalesce(json_agg(json_build_object('name', ic.relname, 'primary', i.indisprimary, 'columns', array(
                select n.name from unnest(i.indkey::int2[]) k join names n on n.attrelid = c.oid and n.attnum = k))), '[]')
         from pg_index i join pg_class ic on ic.oid = i.indexrelid
        where i.indrelid = c.oid and i.indisunique) as uniques,
      (select coalesce(json_agg(json_build_object('name', x.conname, 'equalColumns', array(
                select n.name from unnest(x.conkey, x.conexclop) as k(num, op)
                  join pg_operator o on o.oid = k.op and o.oprname = '='
                  join names n on n.attrelid = c.oid and n.attnum = k.num))), '[]')
         from pg_constraint x where x.conrelid = c.oid and x.contype = 'x') as exclusions,
      (select coalesce(json_agg(json_build_object('name', f.conname, 'target', t.relname,
                'columns', array(select n.name from unnest(f.conkey) with ordinality as k(num, i)
                                   join names n on n.attrelid = c.oid and n.attnum = k.num order by k.i),
                'targetColumns', array(select n.name from unnest(f.confkey) with ordinality as k(num, i)
                                   join names n on n.attrelid = f.confrelid and n.attnum = k.num order by k.i))), '[]')
         from pg_constraint f join pg_class t on t.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f') as "foreignKeys"
    from pg_class c join pg_namespace s on s.oid = c.relnamespace
    where s.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`);
  return rows;
}

/** What would keep these tables from being distributed; empty when the same schema runs on many nodes. */
export function checkDistribution(tables: TableFacts[], axes: Record<string, Axis>): string[] {
  const present = new Set(tables.map((t) => t.table));
  const unknown = Object.keys(axes).filter((name) => !present.has(name));
  return [
    ...unknown.map((name) => `${name}: db/distribution.ts names it, the database does not have it`),
    ...tables.flatMap((facts) => {
      const axis = axes[facts.table];
      if (!axis) return [`${facts.table}: has no line in db/distribution.ts`];
      const faults = [...keyFaults(facts, axis), ...foreignKeyFaults(facts, axis, axes)];
      return faults.map((fault) => `${facts.table}: ${fault}`);
    }),
  ];
}

function keyFaults(facts: TableFacts, axis: Axis): string[] {
  if (axis === 'local') return [];
  const primary = facts.uniques.find((unique) => unique.primary);
  if (!primary) return ['has no primary key'];
  const column = axis === 'reference' ? null : (axisColumn(facts.table) ?? axis);
  if (column === null) return [];
  const own = facts.columns.find((c) => c.name === column);
  if (!own) return [`lies on the axis ${axis} but has no column ${column}`];
  return [
    ...(own.notNull ? [] : [`its axis column ${column} may be null`]),
    ...facts.uniques
      .filter((unique) => !unique.columns.includes(column))
      .map((unique) => `${unique.primary ? 'primary key' : 'unique'} ${unique.name} does not contain ${column}`),
    ...facts.exclusions
      .filter((exclusion) => !exclusion.equalColumns.includes(column))
      .map((exclusion) => `exclusion ${exclusion.name} does not compare ${column} with =`),
  ];
}

function foreignKeyFaults(facts: TableFacts, axis: Axis, axes: Record<string, Axis>): string[] {
  return facts.foreignKeys.flatMap((key) => {
    const target = axes[key.target];
    if (target === 'reference') return [];
    if (target !== axis) return [`${key.name} leaves the axis ${axis} for ${key.target} (${target ?? 'no axis'})`];
    if (axis === 'local') return [];
    const from = key.columns.indexOf(axisColumn(facts.table) ?? axis);
    const together = from >= 0 && key.targetColumns[from] === (axisColumn(key.target) ?? axis);
    return together ? [] : [`${key.name} does not carry the axis column to ${key.target}`];
  });
}
