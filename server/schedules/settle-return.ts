import type { Tx } from '../kernel/transaction.ts';
import type { Queryable } from './find-rules.ts';

type Session = { facilityId: string; sessionId: string };
export type Seat = Session & { number: number };
/** A nobody's number, with its rest if it has one. */
export type Resting = Seat & { windowStart: Date; windowEnd: Date; returnedAt: Date | null; backAt: Date | null };

/** Since when a number has rested for a random time, or null: it was kept for those who waited then. */
export const restedFrom = ({ returnedAt, backAt }: Resting): Date | null =>
  returnedAt && backAt && backAt > returnedAt ? returnedAt : null;

const columns = `t.facility_id as "facilityId", t.session_id as "sessionId", t.number, t.window_start as "windowStart",
  t.window_end as "windowEnd"`;
const due = `from tickets t join ticket_returns r on r.facility_id = t.facility_id and r.session_id = t.session_id and r.number = t.number
  where t.facility_id = $1 and t.session_id = $2 and t.status = 'quarantined' and r.back_at <= $3`;

/** Numbers of a session whose rest is over or who are kept for those who wait. */
export async function listDue(db: Queryable, { facilityId, sessionId }: Session, now: Date): Promise<number[]> {
  const { rows } = await db.query<{ number: number }>({
    name: 'list-due-returns',
    text: `select t.number ${due} order by t.number`,
    values: [facilityId, sessionId, now],
  });
  return rows.map((row) => row.number);
}

/** Locks a number that is still due; null when somebody has settled it meanwhile. */
export async function lockDue(tx: Tx, { facilityId, sessionId, number }: Seat, now: Date): Promise<Resting | null> {
  const { rows } = await tx.client.query<Resting>({
    name: 'lock-due-return',
    text: `select ${columns}, r.returned_at as "returnedAt", r.back_at as "backAt" ${due} and t.number = $4 for update of t`,
    values: [facilityId, sessionId, now, number],
  });
  return rows[0] ?? null;
}

/** Locks the lowest free public number after `after` that nobody else is just taking. */
export async function lockFree(
  tx: Tx,
  { facilityId, sessionId }: Session,
  after: number,
  now: Date,
): Promise<Resting | null> {
  const { rows } = await tx.client.query<Omit<Resting, 'returnedAt' | 'backAt'>>({
    name: 'lock-free-ticket',
    text: `select ${columns} from tickets t where t.facility_id = $1 and t.session_id = $2 and t.status = 'free'
             and t.pool = 'public' and t.window_end > $3 and t.number > $4 order by t.number limit 1 for update of t skip locked`,
    values: [facilityId, sessionId, now, after],
  });
  return rows[0] ? { ...rows[0], returnedAt: null, backAt: null } : null;
}

/** Ends the rest of a locked number: for everybody, kept for one person, or closed with its session. */
export async function endRest(tx: Tx, seat: Seat, status: 'free' | 'held' | 'suspended'): Promise<void> {
  await tx.client.query({
    name: 'end-rest',
    text: `with gone as (delete from ticket_returns where facility_id = $1 and session_id = $2 and number = $3)
           update tickets set status = $4, taken_by = case when $4 = 'held' then 'platform' end
           where facility_id = $1 and session_id = $2 and number = $3`,
    values: [seat.facilityId, seat.sessionId, seat.number, status],
  });
}

/** Lets a locked number rest until `backAt`. */
export async function rest(tx: Tx, seat: Resting, backAt: Date, now: Date): Promise<void> {
  await tx.client.query({
    name: 'rest-ticket',
    text: `insert into ticket_returns (facility_id, session_id, number, returned_at, back_at) values ($1, $2, $3, $4, $5)
           on conflict (facility_id, session_id, number) do update set back_at = excluded.back_at`,
    values: [seat.facilityId, seat.sessionId, seat.number, seat.returnedAt ?? now, backAt],
  });
}

/** Sessions with numbers whose rest is over. Rows of numbers that the hospital has taken meanwhile are dropped. */
export async function listSessionsDue(db: Queryable, now: Date): Promise<Session[]> {
  await db.query(
    `delete from ticket_returns r where r.back_at <= $1 and not exists (select 1 from tickets t
       where t.facility_id = r.facility_id and t.session_id = r.session_id and t.number = r.number and t.status = 'quarantined')`,
    [now],
  );
  const { rows } = await db.query<Session>(
    `select distinct facility_id as "facilityId", session_id as "sessionId" from ticket_returns where back_at <= $1 limit 500`,
    [now],
  );
  return rows;
}
