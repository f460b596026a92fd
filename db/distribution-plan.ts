import { getTableName, isTable } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { type Axis, axisColumn } from './distribution.ts';
import { policies } from './row-security/policies.ts';
import { lowerStatements } from './row-security/statements.ts';

/** `table` is what a step would change: steps of tables already in place are skipped. */
export type Step = { kind: 'prepare' | 'drop-key' | 'place' | 'add-key'; table: string; name: string; sql: string };

/** Functions that statements sent to other nodes call. */
const functions = ['huimin_bigrams(text)', 'huimin_bigram_query(text)'];

/** Postgres cuts names at 63 bytes; ours are ASCII. */
const quote = (name: string): string => `"${name.slice(0, 63)}"`;
const list = (names: string[]): string => names.map(quote).join(', ');

type ForeignKey = { table: string; target: string; name: string; add: string };

/**
 * Statements that spread the schema over a Citus cluster, in an order that works whatever the tables hold.
 * Foreign keys step aside first: with them, making a reference table turns its local neighbours into Citus
 * local tables, and a distributed table refuses keys from those. They come back when both ends are in place.
 */
export function planDistribution(schema: Record<string, unknown>, axes: Record<string, Axis>): Step[] {
  const keys = Object.values(schema)
    .filter((table): table is PgTable => isTable(table))
    .flatMap(foreignKeysOf);
  const spread = (table: string) => axes[table] !== undefined && axes[table] !== 'local';
  const moving = keys.filter((key) => spread(key.table) || spread(key.target));
  const named = (axis: Axis) => Object.keys(axes).filter((table) => axes[table] === axis);
  return [
    ...functions.map((name) => step('prepare', '', name, `select create_distributed_function('${name}')`)),
    ...lowerStatements(policies).map((sql) => step('prepare', '', sql, sql)),
    ...moving.map((key) =>
      step(
        'drop-key',
        key.table,
        key.name,
        `alter table ${quote(key.table)} drop constraint if exists ${quote(key.name)}`,
      ),
    ),
    ...named('reference').map((table) => step('place', table, table, `select create_reference_table('${table}')`)),
    ...placed(named('facility_id')),
    ...placed(named('resident_id')),
    ...moving.map((key) => step('add-key', key.table, key.name, key.add)),
  ];
}

const step = (kind: Step['kind'], table: string, name: string, sql: string): Step => ({ kind, table, name, sql });

/** The first table of an axis opens its colocation group; the others lie beside it, node by node. */
function placed(tables: string[]): Step[] {
  const [first] = tables;
  return tables.map((table) => {
    const beside = table === first ? 'none' : first;
    return step(
      'place',
      table,
      table,
      `select create_distributed_table('${table}', '${axisColumn(table)}', colocate_with => '${beside}')`,
    );
  });
}

function foreignKeysOf(table: PgTable): ForeignKey[] {
  const name = getTableName(table);
  return getTableConfig(table).foreignKeys.map((key) => {
    const { columns, foreignColumns, foreignTable } = key.reference();
    const target = getTableName(foreignTable);
    const [from, to] = [columns, foreignColumns].map((some) => list(some.map((column) => column.name)));
    const rules = `${key.onDelete ? ` on delete ${key.onDelete}` : ''}${key.onUpdate ? ` on update ${key.onUpdate}` : ''}`;
    const add = `alter table ${quote(name)} add constraint ${quote(key.getName())} foreign key (${from}) references ${quote(target)} (${to})${rules}`;
    return { table: name, target, name: key.getName().slice(0, 63), add };
  });
}
