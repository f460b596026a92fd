import type { z } from 'zod';
import type { Context, ContextOf } from '../kernel/context.ts';
import { reachOf, seenBy } from './policy.ts';
import { flagRules } from './rules.ts';
import type { FlagView, flagsOutput, listFlagsInput } from './schema.ts';

type Row = Omit<FlagView, 'who' | 'facilityName'> & { subject: string; facilityId: string | null };

const select = `select id, kind, subject, facility_id as "facilityId", count, first_seen_at as "firstSeenAt",
  last_seen_at as "lastSeenAt", verdict, note, reviewed_at as "reviewedAt" from behaviour_flags b`;
const rules = {
  accounts: flagRules.accountsAtAddress,
  people: flagRules.peopleOfAccount,
  actions: flagRules.actionsAMinute,
  minutes: flagRules.handOverMinutes,
  times: flagRules.handOvers,
};
const order = `order by verdict is not null, last_seen_at desc limit 200`;

/** What looks like more than one person at work, as far as the official sees; the open ones first. */
export async function listFlags(
  ctx: ContextOf<'official'>,
  { show }: z.infer<typeof listFlagsInput>,
): Promise<z.infer<typeof flagsOutput>> {
  const { rows } = await ctx.db.pool.query<Row>(
    `${select} where ($1 = 'all' or verdict is null) and ${seenBy('$2::boolean', '$3')} ${order}`,
    [show, ...reachOf(ctx.actor)],
  );
  return { flags: await worded(ctx, rows), rules, asOf: ctx.clock.now() };
}

/** Those that happened at the actor's own facility alone. */
export async function listFacilityFlags(ctx: ContextOf<'staff'>): Promise<z.infer<typeof flagsOutput>> {
  const { rows } = await ctx.db.pool.query<Row>(`${select} where facility_id = $1 ${order}`, [ctx.actor.facilityId]);
  return { flags: await worded(ctx, rows), rules, asOf: ctx.clock.now() };
}

/** Accounts by their masked phones, never by name; addresses by the beginning of their hash. */
async function worded(ctx: Pick<Context, 'db'>, rows: Row[]): Promise<FlagView[]> {
  const accounts = rows.filter((row) => row.kind !== 'many-accounts').flatMap((row) => row.subject.split(' '));
  const { rows: phones } = await ctx.db.pool.query<{ id: string; phone: string | null }>(
    'select id::text as id, phone_masked as phone from accounts where id = any($1::uuid[])',
    [accounts.filter((id) => /^[0-9a-f-]{36}$/.test(id))],
  );
  const { rows: facilities } = await ctx.db.pool.query<{ id: string; name: string }>(
    'select id, name from facilities where id = any($1)',
    [rows.flatMap((row) => row.facilityId ?? [])],
  );
  const phoneOf = new Map(phones.map((row) => [row.id, row.phone]));
  const nameOf = new Map(facilities.map((row) => [row.id, row.name]));
  return rows.map(({ subject, facilityId, ...row }) => ({
    ...row,
    facilityName: facilityId ? (nameOf.get(facilityId) ?? null) : null,
    who:
      row.kind === 'many-accounts'
        ? subject.slice(0, 8)
        : subject
            .split(' ')
            .map((id) => phoneOf.get(id) ?? id.slice(0, 8))
            .join(' → '),
  }));
}
