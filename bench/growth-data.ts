import type { Database } from '#db/client.ts';
import { facilityCount, firstNumber, mintSpread, type Spread, settle } from './spread.ts';

/** Clinics that can be booked, and who holds a past appointment: the same kind of rows at every size. */
const openSessions = 2000;
const perSession = 40;
const perResident = 10;

/**
 * Spreads past appointments over residents without a table of pairs: appointment n belongs to resident
 * n × step mod residents, so resident r holds (r × inverse mod residents) + j × residents.
 */
const step = 7919n;

export function inverseOf(residents: bigint): bigint {
  let [a, b, x, y] = [step % residents, residents, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % residents) + residents) % residents;
}

/**
 * `appointments` past visits with their tickets, steps, seats and keys, besides clinics of tomorrow. Audit rows and
 * messages stay out: bookings only append to them, and they would double the disk.
 */
export async function mintGrown(db: Database, appointments: number, note: (text: string) => void): Promise<Spread> {
  const residents = appointments / perResident;
  const spread = await mintSpread(db, { sessions: openSessions, residents });
  const values = { spread, appointments, residents };
  await db.pool.query(withValues(past, values));
  await load(db, 'sessions', values, note);
  await Promise.all([
    load(db, 'tickets', values, note).then(() => load(db, 'resident_bookings', values, note)),
    load(db, 'appointments', values, note),
    load(db, 'appointment_steps', values, note).then(() => load(db, 'booking_requests', values, note)),
  ]);
  await db.pool.query('drop table growth_past');
  await settle(db);
  const { rows } = await db.pool.query(
    'select (select count(*) from appointments)::int as made, pg_database_size(current_database())::float8 as bytes',
  );
  if (rows[0].made !== appointments) throw new Error(`${rows[0].made} appointments were written, not ${appointments}`);
  note(`  ${appointments.toLocaleString('en')} appointments, ${(rows[0].bytes / 1e9).toFixed(1)} GB`);
  return spread;
}

type Values = { spread: Spread; appointments: number; residents: number };
type Table = keyof typeof statements;

/**
 * One statement into the table without its secondary indexes, which are built afterwards as they were: three times
 * faster. Keys and checks stand all the while; foreign keys are not asked for, since the statements keep them.
 */
async function load(db: Database, table: Table, values: Values, note: (text: string) => void): Promise<void> {
  const started = performance.now();
  const client = await db.pool.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set statement_timeout = 0`);
    const { rows } = await client.query<{ name: string; text: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i
       where i.indrelid = $1::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
      [table],
    );
    await client.query('begin');
    for (const { name } of rows) await client.query(`drop index ${name}`);
    await client.query(withValues(statements[table], values));
    for (const { text } of rows) await client.query(text);
    await client.query('commit');
    const seconds = Math.round((performance.now() - started) / 1000);
    if (values.appointments > 1e6) note(`  ${table}: ${seconds} s`);
  } finally {
    client.release(true);
  }
}

function withValues(text: string, { spread, appointments, residents }: Values): string {
  const sessions = appointments / perSession;
  const words: Record<string, string | number | bigint> = {
    ...{ mark: spread.mark, residents, sessions, first: firstNumber, facilities: facilityCount },
    ...{ step, inverse: inverseOf(BigInt(residents)), perResident, perSession },
  };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name]));
}

const hex = (kind: string, n: string) => `('{mark}000${kind}700080000000' || to_hex({first} + (${n})))::uuid`;

/** The clinics of the past, each facility's one after another, about twenty a day. */
const past = `
create unlogged table growth_past as
select s as i, facility, ${hex('a', 's')} as id, facility || ':{mark}' || (s % 10) as department, day,
  (day + time '08:00') at time zone 'Asia/Shanghai' as start
from generate_series(0, {sessions} - 1) s,
  lateral (select 'B{mark}' || (s::bigint * {facilities} / {sessions}) as facility,
    current_date - 1 - (s % ({sessions} / {facilities})) / 20 as day) x;
create unique index on growth_past (i);
analyze growth_past`;

/** Every appointment with its clinic, in the order of facilities; n counts them. */
const visits =
  'growth_past p, lateral (select k, p.i::bigint * {perSession} + k - 1 as n from generate_series(1, {perSession}) k) v';
const holder = 'n * {step} % {residents}';
/** Every appointment with its clinic, in the order of residents; r is whose. */
const visitsOfResidents = `(
    select r, (r * {inverse} % {residents}) + j * {residents} as n
    from generate_series(0::bigint, {residents} - 1) r, generate_series(0, {perResident} - 1) j
  ) v join growth_past p on p.i = (v.n / {perSession})::int`;

const statements = {
  sessions: `insert into sessions (facility_id, id, department_id, date, half_day, starts_at, ends_at, number_type, fee_fen,
      status, release_at, close_at, released)
    select facility, id, department, day, 'am', start, start + interval '4 hours', 'ordinary', 1000, 'ended',
      start - interval '7 days', start + interval '3 hours', {perSession} from growth_past`,
  tickets: `insert into tickets (facility_id, session_id, number, window_start, window_end, status, taken_by)
    select facility, id, k, start, start + interval '30 minutes', 'used', 'platform' from ${visits}`,
  appointments: `insert into appointments (facility_id, id, session_id, ticket_number, resident_id, account_id, channel,
      status, code, fee_fen, cancel_by, his_state, created_at, updated_at)
    select facility, ${hex('b', 'n')}, id, k, ${hex('1', holder)}, '-', 'web', 'fulfilled', upper(to_hex({first} + n)), 1000,
      start, 'told', start, start from ${visits}`,
  appointment_steps: `insert into appointment_steps (facility_id, appointment_id, seq, to_status, at, actor_kind, actor_id)
    select facility, ${hex('b', 'n')}, 1, 'booked', start, 'resident', '-' from ${visits}`,
  resident_bookings: `insert into resident_bookings (resident_id, appointment_id, facility_id, session_id, department_id,
      doctor_key, date, window_start, window_end, active, day_seat, open_seat, created_at)
    select ${hex('1', 'r')}, ${hex('b', 'n')}, facility, id, department, '-', day, start, start + interval '30 minutes',
      0, 1, 1, start from ${visitsOfResidents}`,
  booking_requests: `insert into booking_requests (resident_id, account_id, key, body_hash, facility_id, appointment_id)
    select ${hex('1', 'r')}, '-', 'growth' || n, 'growth', facility, ${hex('b', 'n')} from ${visitsOfResidents}`,
};
