import { randomBytes } from 'node:crypto';
import type { Database } from '#db/client.ts';

/**
 * Many hospitals, sessions and signed-in residents, made by whole statements. Ids are a mark of this run and a
 * number that is always eight hex digits, so that any client can make them without asking.
 */
export type Spread = {
  mark: string;
  sessions: number;
  residents: number;
  /** Sessions beyond those, of `hotTickets` numbers each: one of them alone is rushed in a run. */
  hot: number;
  facilityOf: (session: number) => string;
  sessionId: (session: number) => string;
  residentId: (resident: number) => string;
  sidOf: (resident: number) => string;
};

export const firstNumber = 0x10000000;
export const facilityCount = 100;
const departmentCount = 10;
const perSession = 50;
export const hotTickets = 30_000;

export type Counts = { sessions: number; residents: number; hot?: number };

/** First 24 hex digits of the ids of one kind; the last eight are the number. */
export const idPrefix = (mark: string, kind: 'session' | 'resident' | 'account'): string =>
  `${mark}000${['session', 'resident', 'account'].indexOf(kind)}700080000000`;

const idOf = (prefix: string, number: number) =>
  `${prefix}${(firstNumber + number).toString(16)}`.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export function spreadOf(mark: string, { sessions, residents, hot = 0 }: Counts): Spread {
  return {
    ...{ mark, sessions, residents, hot },
    facilityOf: (session) => `B${mark}${(firstNumber + session) % facilityCount}`,
    sessionId: (session) => idOf(idPrefix(mark, 'session'), session),
    residentId: (resident) => idOf(idPrefix(mark, 'resident'), resident),
    sidOf: (resident) => `${mark}-${resident}`,
  };
}

const hospitals = `
with region as (
  insert into regions (code, level, name, path) values ('9' || $1, 3, '压测县', '9' || $1 || '/') returning code, path
), made as (
  insert into facilities (id, name, kind, level, region_code, region_path, bookable, address)
  select 'B' || $1 || n, '压测医院' || n, 'hospital', 3, code, path, true, '测试路' || n || '号'
  from region, generate_series(0, ${facilityCount - 1}) n returning id
), catalog as (
  insert into department_catalog (code, name) select $1 || n, '内科' from generate_series(0, ${departmentCount - 1}) n returning code
), rooms as (
  insert into departments (id, facility_id, catalog_code, name, place)
  select made.id || ':' || code, made.id, code, '内科', '门诊楼2层' from made, catalog
)
insert into his_endpoints (facility_id, base_url, auth_kind, enabled) select id, 'http://127.0.0.1:9/fhir', 'none', false from made`;

// tomorrow 08:00 to 12:00 in the region, released an hour ago
const sessions = `
insert into sessions (facility_id, id, department_id, date, half_day, starts_at, ends_at, number_type, fee_fen, status,
  release_at, close_at, released)
select 'B' || $1 || (n % ${facilityCount}), ($2 || to_hex(n))::uuid,
  'B' || $1 || (n % ${facilityCount}) || ':' || $1 || (n / ${facilityCount} % ${departmentCount}), day::date, 'am',
  (day + interval '8 hours') at time zone 'Asia/Shanghai', (day + interval '12 hours') at time zone 'Asia/Shanghai',
  'ordinary', 1000, 'published', now() - interval '1 hour', (day + interval '11 hours') at time zone 'Asia/Shanghai',
  case when n < ${firstNumber} + $4::int then ${perSession} else ${hotTickets} end
from generate_series(${firstNumber}, ${firstNumber} + $3::int - 1) n,
  (select date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '1 day' as day) tomorrow`;

const tickets = `
insert into tickets (facility_id, session_id, number, window_start, window_end)
select facility_id, id, n, starts_at + ((n - 1) / 5 % 8) * interval '30 minutes', starts_at + ((n - 1) / 5 % 8 + 1) * interval '30 minutes'
from sessions, generate_series(1, released) n where id between ($1 || '00000000')::uuid and ($1 || 'ffffffff')::uuid`;

const residents = `
with people as (
  insert into residents (id, name, sex, birth_date, id_masked, phone_masked, verified_at, sample)
  select ($1 || to_hex(n))::uuid, '测试居民', 'female', '1990-01-01', '5190**********0000', '138****0000', now(), true
  from generate_series(${firstNumber}, ${firstNumber} + $3::int - 1) n
)
insert into accounts (id, kind, display_name, resident_id)
select ($2 || to_hex(n))::uuid, 'resident', '测试居民', ($1 || to_hex(n))::uuid
from generate_series(${firstNumber}, ${firstNumber} + $3::int - 1) n`;

// the hash of the sid as server/access/start-session.ts makes it
const signIns = `
insert into sign_in_sessions (sid_hash, account_id, expires_at)
select rtrim(translate(encode(sha256(($2 || '-' || n)::bytea), 'base64'), '+/', '-_'), '='),
  ($1 || to_hex(${firstNumber} + n))::uuid, now() + interval '1 day'
from generate_series(0, $3::int - 1) n`;

/** Writes it all, then settles the server so that each measured run starts from the same state. */
export async function mintSpread(db: Database, counts: Counts): Promise<Spread> {
  const mark = randomBytes(4).toString('hex');
  const [session, resident, account] = (['session', 'resident', 'account'] as const).map((kind) =>
    idPrefix(mark, kind),
  );
  await db.pool.query(hospitals, [mark]);
  await db.pool.query(sessions, [mark, session, counts.sessions + (counts.hot ?? 0), counts.sessions]);
  await db.pool.query(tickets, [session]);
  await db.pool.query(residents, [resident, account, counts.residents]);
  await db.pool.query(signIns, [account, mark, counts.residents]);
  await settle(db);
  return spreadOf(mark, counts);
}

/** Statistics and a checkpoint, so that no earlier phase is paid for in a later one. */
export async function settle(db: Database): Promise<void> {
  await db.pool.query('vacuum analyze');
  await db.pool.query('checkpoint');
}
