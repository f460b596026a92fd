import type { Context } from '../../kernel/context.ts';

/** Names of people by their account's id; accounts live on no facility's axis, so they are asked for apart. */
export async function nameAccounts({ db }: Pick<Context, 'db'>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<{ id: string; name: string }>({
    name: 'name-intake-accounts',
    text: 'select id::text as id, display_name as name from accounts where id::text = any($1)',
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
