import type pg from 'pg';
import { distribution } from '../distribution.ts';
import { policies } from './policies.ts';
import { roles } from './roles.ts';
import { listPolicies, netStatements, signatureOf } from './statements.ts';

const reference = Object.keys(distribution).filter((table) => distribution[table] === 'reference');

/**
 * Brings roles and policies to what the list says. Looks first, so that a start with nothing to do locks nothing; the
 * caller holds the lock of migrations. On a cluster nothing is done: see decision 0027.
 */
export async function stretchNet(client: Pick<pg.PoolClient, 'query'>): Promise<void> {
  const { rows: citus } = await client.query(`select 1 from pg_extension where extname = 'citus'`);
  if (citus.length > 0) return;
  for (const role of Object.values(roles)) await createRole(client, role);
  await joinRoles(client);
  const standing = await readStanding(client);
  const signature = signatureOf(policies, reference);
  if (isWhole(standing, signature)) return;
  await client.query('begin');
  try {
    for (const statement of netStatements(policies, reference, standing)) await client.query(statement);
    for (const { table, name } of listPolicies(policies))
      await client.query(`comment on policy ${name} on ${table} is '${signature}'`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

type Standing = { table: string; name: string; signature: string | null };

async function readStanding(client: Pick<pg.PoolClient, 'query'>): Promise<Standing[]> {
  const { rows } = await client.query<Standing>(
    `select c.relname::text as table, p.polname::text as name, obj_description(p.oid, 'pg_policy') as signature
     from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace`,
  );
  return rows;
}

const isWhole = (standing: Standing[], signature: string): boolean =>
  standing.length === listPolicies(policies).length && standing.every((one) => one.signature === signature);

/** Roles are the server's, not the database's: another database may be making the same one at this moment. */
async function createRole(client: Pick<pg.PoolClient, 'query'>, role: string): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
}

/**
 * Who migrates owns the tables: belongs to the platform's role, and may become each of the others without having
 * their rows by itself. Before PostgreSQL 16 a member always has them.
 */
async function joinRoles(client: Pick<pg.PoolClient, 'query'>): Promise<void> {
  const { rows } = await client.query<{ version: number; login: string; super: boolean; member: string[] }>(
    `select current_setting('server_version_num')::int as version, quote_ident(current_user) as login,
       (select rolsuper from pg_roles where rolname = current_user) as super,
       array(select r.rolname::text from pg_auth_members m join pg_roles r on r.oid = m.roleid
             where m.member = current_user::regrole and coalesce((to_jsonb(m) ->> 'set_option')::boolean, true)
               and (r.rolname <> $1 or coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, true))) as member`,
    [roles.system],
  );
  const [me] = rows;
  if (!me || me.super) return;
  for (const role of Object.values(roles)) {
    if (me.member.includes(role)) continue;
    const options = me.version < 160_000 ? '' : ` with inherit ${role === roles.system}, set true`;
    await client.query(`grant ${role} to ${me.login}${options}`);
  }
}
