import type { TestDatabase } from '#db/testing/test-database.ts';

/** Every table in which one of these texts stands, whichever column it is in, jobs included. */
export async function findInTables(db: TestDatabase, texts: readonly string[]): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await db.pool.query(`select 1 from ${name} t where t::text ilike any($1) limit 1`, [
      texts.map((one) => `%${one}%`),
    ]);
    if (rowCount) found.push(name);
  }
  return found;
}
