import type { Tx } from '../kernel/transaction.ts';

export type CodeTarget = { system: string; code: string; name: string };

/** What a hospital's own codes mean, by system|code. */
export async function findCodeMaps(tx: Tx, facilityId: string): Promise<Map<string, CodeTarget>> {
  const { rows } = await tx.client.query<CodeTarget & { key: string }>({
    name: 'find-code-maps',
    text: `select system || '|' || code as key, target_system as system, target_code as code, target_name as name
           from code_maps where facility_id = $1`,
    values: [facilityId],
  });
  return new Map(rows.map(({ key, ...target }) => [key, target]));
}
