import { createHash } from 'node:crypto';
import type { Command, TablePolicy } from './policies.ts';
import { type RoleKind, roles } from './roles.ts';

/** `rule` of an insert is what the new row must be; of an update, what both old and new must be. */
export type Policy = { table: string; name: string; role: RoleKind; command: Command | 'all'; rule: string };

const kinds = Object.keys(roles) as RoleKind[];

/** Every policy of the list: exactly one for a table, role and command, and one for the platform itself. */
export function listPolicies(tables: Record<string, TablePolicy>): Policy[] {
  return Object.entries(tables).flatMap(([table, given]) => [
    { table, name: `${table}_system`, role: 'system', command: 'all', rule: 'true' } satisfies Policy,
    ...kinds.flatMap((role) =>
      role === 'system'
        ? []
        : Object.entries(given[role] ?? {}).map(
            ([command, rule]): Policy => ({
              ...{ table, role, rule, name: `${table}_${role}_${command}` },
              command: command as Command,
            }),
          ),
    ),
  ]);
}

/** Policies are named, never written by a request: their parts are constants of this folder. */
function create({ table, name, role, command, rule }: Policy): string {
  const using = command === 'insert' ? '' : ` using (${rule})`;
  const check = command === 'select' || command === 'delete' ? '' : ` with check (${rule})`;
  return `create policy ${name} on ${table} for ${command} to ${roles[role]}${using}${check}`;
}

/**
 * What stretches the net over a database: roles may use what their policies are about, tables hold their own owner to
 * them, too. `standing` are the policies that are there; they go first. `reference` tables every statement may join.
 */
export function netStatements(
  tables: Record<string, TablePolicy>,
  reference: string[],
  standing: { table: string; name: string }[],
): string[] {
  const list = listPolicies(tables);
  const acting = kinds.filter((kind) => kind !== 'system').map((kind) => roles[kind]);
  const granted = list.map(({ table, role, command }) =>
    command === 'all' ? '' : `grant ${command} on ${table} to ${roles[role]}`,
  );
  const all = Object.keys(tables).join(', ');
  const left = new Set(standing.map(({ table }) => table).filter((table) => !(table in tables)));
  return [
    ...standing.map(({ table, name }) => `drop policy ${name} on ${table}`),
    ...[...left].map((table) => `alter table ${table} disable row level security, no force row level security`),
    ...Object.keys(tables).map((table) => `alter table ${table} enable row level security, force row level security`),
    `revoke all on ${all} from ${acting.join(', ')}`,
    `grant select on ${reference.join(', ')} to ${acting.join(', ')}`,
    ...granted.filter((statement) => statement !== ''),
    ...list.map(create),
  ];
}

/** What takes the net away again: on a cluster there is none (decision 0027). */
export const lowerStatements = (tables: Record<string, TablePolicy>): string[] => [
  ...listPolicies(tables).map(({ table, name }) => `drop policy if exists ${name} on ${table}`),
  ...Object.keys(tables).map((table) => `alter table ${table} disable row level security, no force row level security`),
];

/** Says in the database which list made its policies; another list is another signature. */
export const signatureOf = (tables: Record<string, TablePolicy>, reference: string[]): string =>
  createHash('sha256')
    .update(netStatements(tables, reference, []).join(';'))
    .digest('hex');
