import type { ClientBase, Pool } from 'pg';
import type { Axis } from '../distribution.ts';
import type { TablePolicy } from './policies.ts';
import { roles } from './roles.ts';
import { listPolicies } from './statements.ts';

/** Tables of people's lives on neither list or on both, and lines about tables that there are not. */
export function checkCoverage(
  axes: Record<string, Axis>,
  policies: Record<string, TablePolicy>,
  outside: Record<string, string>,
): string[] {
  const personal = Object.keys(axes).filter((table) => axes[table] === 'resident_id');
  const missing = personal.filter((table) => !(table in policies) && !(table in outside));
  const twice = Object.keys(outside).filter((table) => table in policies);
  const unknown = [...Object.keys(policies), ...Object.keys(outside)].filter((table) => !(table in axes));
  return [
    ...missing.map((table) => `${table}: holds what a person owns; give it a line in db/row-security/policies.ts`),
    ...twice.map((table) => `${table}: is both under the net and outside it`),
    ...unknown.map((table) => `${table}: there is no such table`),
  ];
}

type Standing = { table: string; enabled: boolean; forced: boolean; policies: string[] };

/** What of the net is not as the list says: switched off, not holding the owner, a policy gone or one too many. */
export async function checkNet(db: Pool | ClientBase, policies: Record<string, TablePolicy>): Promise<string[]> {
  const { rows } = await db.query<Standing>(
    `select c.relname::text as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
       array(select lower(p.cmd) || ' ' || array_to_string(p.roles, ',') from pg_policies p
             where p.schemaname = 'public' and p.tablename = c.relname order by 1) as policies
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and (c.relrowsecurity or c.relname = any($1))`,
    [Object.keys(policies)],
  );
  const wanted = listPolicies(policies);
  return rows.flatMap(({ table, enabled, forced, policies: standing }) => {
    const of = wanted.filter((one) => one.table === table).map((one) => `${one.command} ${roles[one.role]}`);
    return [
      ...(enabled ? [] : [`${table}: row security is off`]),
      ...(forced ? [] : [`${table}: its owner is not held`]),
      ...of.filter((one) => !standing.includes(one)).map((one) => `${table}: no policy for ${one}`),
      ...standing
        .filter((one, i) => !of.includes(one) || standing.indexOf(one) !== i)
        .map((one) => `${table}: a policy too many for ${one}`),
    ];
  });
}
