import type { z } from 'zod';
import type { Context, ContextOf } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { findPeople, reachOf } from '../residents/queries.ts';
import { clearsAt } from './rules.ts';
import type { listMineOutput, WaitView } from './schema.ts';

type Row = Omit<WaitView, 'residentName' | 'clearsAt'> & { startsAt: Date };

/** Who came before, offered ones included; only while waiting. */
const position = `case when w.state = 'waiting' then (select count(*)::int from waitlist_entries b
  where b.facility_id = w.facility_id and b.session_id = w.session_id and b.state in ('waiting', 'offered')
    and (b.joined_at, b.id) <= (w.joined_at, w.id)) end`;

const facts = `select w.facility_id as "facilityId", w.id, w.session_id as "sessionId", w.resident_id as "residentId",
  f.name as "facilityName", d.id as "departmentId", d.name as "departmentName", p.name as "practitionerName",
  p.title as "practitionerTitle", s.date, s.half_day as "halfDay", s.number_type as "numberType", s.fee_fen as "feeFen",
  s.starts_at as "startsAt", case when w.state = 'offered' and w.expires_at <= $3 then 'lapsed' else w.state end as state,
  w.joined_at as "joinedAt", ${position} as position, w.ticket_number as "ticketNumber", t.window_start as "windowStart",
  t.window_end as "windowEnd", w.expires_at as "expiresAt", w.ended_at as "endedAt", w.appointment_id as "appointmentId"
  from waitlist_entries w join sessions s on s.facility_id = w.facility_id and s.id = w.session_id
  join facilities f on f.id = w.facility_id join departments d on d.id = s.department_id
  left join practitioners p on p.id = s.practitioner_id
  left join tickets t on t.facility_id = w.facility_id and t.session_id = w.session_id and t.number = w.ticket_number
  where w.facility_id = any($1) and w.id = any($2::uuid[])`;

type Own = { facilityId: string; id: string };

type Reading = Pick<Context, 'db' | 'clock'>;

async function readWaits(ctx: Reading, own: Own[]): Promise<WaitView[]> {
  if (own.length === 0) return [];
  const { rows } = await ctx.db.pool.query<Row>({
    name: 'read-waits',
    text: `${facts} order by s.starts_at, w.joined_at`,
    values: [[...new Set(own.map((one) => one.facilityId))], own.map((one) => one.id), ctx.clock.now()],
  });
  const people = await findPeople(
    ctx.db.pool,
    rows.map((row) => row.residentId),
  );
  return rows.flatMap(({ startsAt, ...row }) => {
    const person = people.get(row.residentId);
    return person ? [{ ...row, residentName: person.name, clearsAt: clearsAt({ startsAt }) }] : [];
  });
}

/** One wait of these people; anyone else's is not found. */
export async function readWait(ctx: Reading, own: Own, people: string[]): Promise<WaitView> {
  const wait = (await readWaits(ctx, [own])).find((one) => people.includes(one.residentId));
  if (!wait) throw notFound('wait');
  return wait;
}

/** One wait of the people the resident may act for. */
export const getWait = async (ctx: ContextOf<'resident'>, facilityId: string, id: string): Promise<WaitView> =>
  readWait(ctx, { facilityId, id }, await reachOf(ctx));

/** Waits of the account's people. */
export const listMine = async (ctx: ContextOf<'resident'>): Promise<z.infer<typeof listMineOutput>> =>
  listWaits(ctx, await reachOf(ctx));

/** Waits of these people: open ones, and those that ended within a month. First the own list, then its facts. */
export async function listWaits(ctx: Reading, people: string[]): Promise<z.infer<typeof listMineOutput>> {
  const asOf = ctx.clock.now();
  const { rows } = await ctx.db.pool.query<Own>({
    name: 'list-own-waits',
    text: `select facility_id as "facilityId", entry_id as id from resident_waits
           where resident_id = any($1::uuid[]) and (active = 1 or joined_at > $2::timestamptz - interval '30 days')
           order by active desc, joined_at desc limit 50`,
    values: [people, asOf],
  });
  return { waits: await readWaits(ctx, rows), asOf };
}

/** The waits of the account's people for one session that are still open. */
export async function listMineFor(
  ctx: ContextOf<'resident'>,
  session: { facilityId: string; sessionId: string },
): Promise<WaitView[]> {
  const { rows } = await ctx.db.pool.query<Own>({
    name: 'list-own-waits-for-session',
    text: `select facility_id as "facilityId", entry_id as id from resident_waits
           where resident_id = any($1::uuid[]) and active = 1 and facility_id = $2 and session_id = $3`,
    values: [await reachOf(ctx), session.facilityId, session.sessionId],
  });
  return readWaits(ctx, rows);
}
