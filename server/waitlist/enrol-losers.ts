import type { Channel } from '../kernel/context.ts';
import type { Tx } from '../kernel/transaction.ts';
import { waitsMax } from './rules.ts';

type Session = { facilityId: string; sessionId: string; date: string };
/** Somebody whose request came up in a draw after the numbers were gone; the place in the line keeps the request's id. */
export type Loser = { id: string; residentId: string; accountId: string; channel: Channel };

/**
 * Puts the losers of a draw into its session's line in the order drawn, before anybody who joins later, in the caller's
 * transaction. Who waits for as many sessions as are allowed is left out. Answers who stands in the line now, in order.
 */
export async function enrolLosers(tx: Tx, session: Session, losers: Loser[], now: Date): Promise<Loser[]> {
  const { facilityId, sessionId, date } = session;
  const seats = await freeSeats(tx, losers);
  const able = losers.filter((one) => seats.has(one.residentId));
  // a millisecond apart, the last one now: nobody could join while the draw went on
  const joinedAt = able.map((_, i) => new Date(now.getTime() - (able.length - 1 - i)));
  // by resident, so that two draws that end at once never wait for each other
  const taken = await tx.client.query<{ id: string }>({
    name: 'enrol-own-waits',
    text: `insert into resident_waits (resident_id, entry_id, facility_id, session_id, date, seat, joined_at)
           select resident, id, $1, $2, $3, seat, at from unnest($4::uuid[], $5::uuid[], $6::smallint[], $7::timestamptz[])
             as x (resident, id, seat, at) order by resident
           on conflict do nothing returning entry_id as id`,
    values: [
      ...[facilityId, sessionId, date, able.map((one) => one.residentId), able.map((one) => one.id)],
      ...[able.map((one) => seats.get(one.residentId)), joinedAt],
    ],
  });
  const ids = new Set(taken.rows.map((row) => row.id));
  await tx.client.query({
    name: 'enrol-waiting-places',
    text: `insert into waitlist_entries (facility_id, id, session_id, resident_id, account_id, channel, state, joined_at)
           select $1, id, $2, resident, account, channel, 'waiting', at
           from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])
             as x (id, resident, account, channel, at) where id = any($8::uuid[])`,
    values: [
      ...[facilityId, sessionId, able.map((one) => one.id), able.map((one) => one.residentId)],
      ...[able.map((one) => one.accountId), able.map((one) => one.channel), joinedAt, [...ids]],
    ],
  });
  return able.filter((one) => ids.has(one.id));
}

/** The lowest seat each person has left among their waits. */
async function freeSeats(tx: Tx, losers: Loser[]): Promise<Map<string, number>> {
  const { rows } = await tx.client.query<{ residentId: string; seats: number[] }>({
    name: 'find-seats-of-losers',
    text: `select resident_id as "residentId", array_agg(seat) as seats from resident_waits
           where resident_id = any($1::uuid[]) and active = 1 group by resident_id`,
    values: [losers.map((one) => one.residentId)],
  });
  const taken = new Map(rows.map((row) => [row.residentId, row.seats]));
  const all = Array.from({ length: waitsMax }, (_, i) => i + 1);
  return new Map(
    losers.flatMap(({ residentId }) => {
      const seat = all.find((one) => !taken.get(residentId)?.includes(one));
      return seat === undefined ? [] : [[residentId, seat] as const];
    }),
  );
}
