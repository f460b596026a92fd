import { addDays, regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { flagRules, isWorthALook } from './rules.ts';
import type { FlagKind } from './schema.ts';

type Look = Pick<Context, 'db' | 'clock' | 'ids'>;
type Found = { subject: string; count: number; facilityId?: string | null; lastAt: Date };

/**
 * Looks at what accounts did and puts on the list what people should see. Looking again raises the count of what is known
 * and opens it anew when it grew since somebody judged it; nothing is ever blocked here.
 */
export async function raiseFlags(ctx: Look): Promise<number> {
  const since = new Date(ctx.clock.now().getTime() - flagRules.days * 86_400_000);
  const found: [FlagKind, Found[]][] = [
    ['many-accounts', await findSharedAddresses(ctx)],
    ['many-people', await findWideAccounts(ctx, since)],
    ['many-actions', await findBusyAccounts(ctx, since)],
    ['hand-over', await findHandOvers(ctx, since)],
  ];
  let raised = 0;
  for (const [kind, list] of found)
    raised += await keep(
      ctx,
      kind,
      list.filter(({ count }) => isWorthALook(kind, count)),
    );
  await forgetOld(ctx, since);
  return raised;
}

async function findSharedAddresses({ db, clock }: Look): Promise<Found[]> {
  const now = clock.now();
  const { rows } = await db.pool.query<Found>(
    `select address_hash as subject, count(distinct account_id) as count, $2::timestamptz as "lastAt" from account_addresses
     where day >= $1 group by 1 having count(distinct account_id) >= $3`,
    [addDays(regionDay(now), -1), now, flagRules.accountsAtAddress],
  );
  return rows;
}

async function findWideAccounts({ db }: Look, since: Date): Promise<Found[]> {
  const { rows } = await db.pool.query<Found>(
    `select account_id as subject, count(distinct resident_id) as count, max(created_at) as "lastAt" from booking_requests
     where created_at > $1 and account_id ~ '^[0-9a-f-]{36}$' group by 1 having count(distinct resident_id) >= $2`,
    [since, flagRules.peopleOfAccount],
  );
  return onlyResidents(db, rows);
}

/** Staff book for whoever asks, so many people are their work. */
async function onlyResidents(db: Look['db'], found: Found[]): Promise<Found[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select id::text as id from accounts where id = any($1::uuid[]) and kind = 'resident'`,
    [found.map(({ subject }) => subject)],
  );
  const residents = new Set(rows.map((row) => row.id));
  return found.filter(({ subject }) => residents.has(subject));
}

async function findBusyAccounts({ db }: Look, since: Date): Promise<Found[]> {
  const { rows } = await db.pool.query<Found>(
    `select account_id as subject, max(actions) as count, max(minute) as "lastAt" from busy_minutes
     where minute > $1 and actions >= $2 group by 1`,
    [since, flagRules.actionsAMinute],
  );
  return rows;
}

/** One account gives a number back, another one has the same number minutes later, and that more than once. */
async function findHandOvers({ db }: Look, since: Date): Promise<Found[]> {
  const { rows } = await db.pool.query<Found>(
    `select a.account_id || ' ' || b.account_id as subject, count(*) as count, max(b.created_at) as "lastAt",
       case when count(distinct a.facility_id) = 1 then min(a.facility_id) end as "facilityId"
     from appointments a join appointments b on b.facility_id = a.facility_id and b.session_id = a.session_id
       and b.ticket_number = a.ticket_number and b.account_id <> a.account_id and b.resident_id <> a.resident_id
       and b.created_at >= a.updated_at and b.created_at < a.updated_at + make_interval(mins => $2)
     where a.status = 'cancelled' and a.updated_at > $1 and a.channel in ('web', 'app', 'wechat') and b.channel in ('web', 'app', 'wechat')
     group by a.account_id, b.account_id having count(*) >= $3`,
    [since, flagRules.handOverMinutes, flagRules.handOvers],
  );
  return rows;
}

async function keep({ db, ids, clock }: Look, kind: FlagKind, found: Found[]): Promise<number> {
  if (found.length === 0) return 0;
  const { rowCount } = await db.pool.query(
    `insert into behaviour_flags as f (id, kind, subject, facility_id, count, first_seen_at, last_seen_at)
     select id, $2, subject, facility, count, $7, last from unnest($1::uuid[], $3::text[], $4::text[], $5::int[], $6::timestamptz[])
       as x (id, subject, facility, count, last)
     on conflict (kind, subject) do update set count = excluded.count, facility_id = excluded.facility_id,
       last_seen_at = excluded.last_seen_at,
       verdict = case when excluded.count > f.count then null else f.verdict end
     where f.count <> excluded.count or f.last_seen_at <> excluded.last_seen_at`,
    [
      ...[found.map(() => ids.next()), kind, found.map((one) => one.subject)],
      ...[found.map((one) => one.facilityId ?? null), found.map((one) => one.count), found.map((one) => one.lastAt)],
      clock.now(),
    ],
  );
  return rowCount ?? 0;
}

async function forgetOld({ db }: Look, since: Date): Promise<void> {
  await db.pool.query('delete from account_addresses where day < $1', [regionDay(since)]);
  await db.pool.query('delete from busy_minutes where minute < $1', [since]);
}
