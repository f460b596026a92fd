import { actorId, type Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { ruleColumn } from './find-rules.ts';
import { type Rules, ruleNames } from './rules.ts';

/** The row that stands for the whole province in `booking_rules` and `rule_changes`. */
export const province = 'province';

export type Change = { field: string; before: string | number; after: string | number };

/** What differs between two sets of rules, in the order in which rules are shown. */
export const differencesOf = (before: Rules, after: Rules): Change[] =>
  ruleNames.flatMap((field) =>
    before[field] === after[field] ? [] : { field, before: before[field], after: after[field] },
  );

const columns = ruleNames.map((name) => ruleColumn[name]);
const statement = `
insert into booking_rules (facility_id, effective_from, changed_by, changed_at, ${columns.join(', ')})
values ($1, $2, $3, $4, ${columns.map((_, i) => `$${i + 5}`).join(', ')})
on conflict (facility_id, effective_from) do update set changed_by = excluded.changed_by, changed_at = excluded.changed_at,
  ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;

type Writing = { facilityId: string; effectiveFrom: string; rules: Rules };

/** The facility's rules for visits from that day on; a second write for the same day replaces the first. */
export async function writeRules(tx: Tx, ctx: Pick<Context, 'actor' | 'clock'>, one: Writing): Promise<void> {
  await tx.client.query(statement, [
    ...[one.facilityId, one.effectiveFrom, actorId(ctx.actor), ctx.clock.now()],
    ...ruleNames.map((name) => one.rules[name]),
  ]);
}

type Logged = Omit<Writing, 'rules'> & { kind: 'values' | 'bounds' | 'limits'; changes: Change[]; reason: string };

/** Adds to the log of changes (F11), which nobody edits. A change that changes nothing is not logged. */
export async function logRuleChange(
  tx: Tx,
  ctx: Pick<Context, 'actor' | 'clock' | 'ids'>,
  entry: Logged,
): Promise<void> {
  if (entry.changes.length === 0) return;
  await tx.client.query(
    `insert into rule_changes (id, facility_id, kind, effective_from, changes, reason, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[ctx.ids.next(), entry.facilityId, entry.kind, entry.effectiveFrom, JSON.stringify(entry.changes)],
      ...[entry.reason, actorId(ctx.actor), ctx.clock.now()],
    ],
  );
}
