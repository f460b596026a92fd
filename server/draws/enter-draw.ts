import { randomUUID } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { getRuledTarget } from '../booking/find-target.ts';
import { overlapOf, seatsFor } from '../booking/rules.ts';
import { checkStanding } from '../booking/standing.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Channel, Context } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { type Tx, transact, violated } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { type DrawKey, type DrawRow, lockDraw } from './find-draw.ts';
import { listOpenSeats, listVisits } from './person-state.ts';
import { intakeRefusal, openSeat } from './rules.ts';

export type EntryWish = DrawKey & { residentId: string; accountId: string; channel: Channel };
export type Entered = { entryId: string; fresh: boolean };

/**
 * Enters one request for a number of a session that is given by draw, by whichever channel. One request a person and
 * session: asking again answers with the same one, and neither time nor channel changes its chance.
 */
export async function enterDraw(ctx: Context, wish: EntryWish): Promise<Entered> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(ctx.db, (tx) => tryEntry(tx, ctx, wish));
    } catch (error) {
      // two requests of one person took the same seat: each time one seat fewer is left, so this comes to an end
      if (violated(error) !== 'resident_draws_seat' || attempt >= 25) throw error;
    }
  }
}

async function tryEntry(tx: Tx, ctx: Context, wish: EntryWish): Promise<Entered> {
  const now = ctx.clock.now();
  const draw = await lockDraw(tx, wish, 'share');
  const refusal = intakeRefusal(draw, draw.sessionStatus, now);
  if (refusal) throw refused(refusal.rule, refusal);
  const openMax = await checkPerson(tx, ctx, wish);
  // `before` is the row as it was; null also when a request of the same moment was first
  const { rows } = await tx.client.query<{ id: string; fresh: boolean; before: string | null }>(
    `insert into draw_entries as e (facility_id, id, session_id, resident_id, account_id, channel, status, created_at)
     values ($1, $2, $3, $4, $5, $6, 'waiting', $7)
     on conflict (facility_id, session_id, resident_id) do update set status = 'waiting',
       account_id = case when e.status = 'withdrawn' then excluded.account_id else e.account_id end,
       channel = case when e.status = 'withdrawn' then excluded.channel else e.channel end
     returning id, xmax = 0 as fresh,
       (select o.status from draw_entries o where o.facility_id = e.facility_id and o.id = e.id) as before`,
    [wish.facilityId, randomUUID(), wish.sessionId, wish.residentId, wish.accountId, wish.channel, now],
  );
  const entry = rows[0];
  if (!entry) throw notFound('draw');
  if (!entry.fresh && entry.before !== 'withdrawn') return { entryId: entry.id, fresh: false };
  await takeSeat(tx, ctx, { wish, entryId: entry.id, openMax });
  await record(tx, ctx, { wish, draw, entryId: entry.id });
  return { entryId: entry.id, fresh: true };
}

/** The same limits as a booking, looked at once more when the number is given. Returns how many requests may be open. */
async function checkPerson(tx: Tx, ctx: Context, wish: EntryWish): Promise<number> {
  const { target, rules } = await getRuledTarget(ctx, wish.facilityId, wish.sessionId);
  await checkStanding(tx, ctx, { residentId: wish.residentId, replaces: null }, { target, rules });
  const active = await listVisits(tx, wish.residentId, regionDay(ctx.clock.now()));
  const seats = seatsFor({ ...target, doctorKey: target.practitionerId ?? '-' }, active, rules);
  if ('rule' in seats) throw refused(seats.rule, seats);
  const { rows } = await tx.client.query<{ start: Date; end: Date }>(
    `select distinct window_start as start, window_end as end from tickets
     where facility_id = $1 and session_id = $2 and pool = 'public' order by 1`,
    [wish.facilityId, wish.sessionId],
  );
  const clashes = rows.map((window) => overlapOf(window.start, window.end, active));
  const [first] = clashes;
  // another visit may lie within the session, as long as some window is left
  if (first && clashes.every(Boolean)) {
    throw refused('overlap', { blocking: { kind: 'appointment', id: first.appointmentId, label: first.label } });
  }
  return rules.openMax;
}

async function takeSeat(
  tx: Tx,
  ctx: Context,
  { wish, entryId, openMax }: { wish: EntryWish; entryId: string; openMax: number },
) {
  const seat = openSeat(await listOpenSeats(tx, wish.residentId), openMax);
  if (seat === null) throw refused('draw-limit', { params: { limit: openMax } });
  await tx.client.query(
    `insert into resident_draws (resident_id, entry_id, facility_id, session_id, waiting, seat, created_at)
     values ($1, $2, $3, $4, 1, $5, $6)
     on conflict (resident_id, entry_id) do update set waiting = 1, seat = excluded.seat`,
    [wish.residentId, entryId, wish.facilityId, wish.sessionId, seat, ctx.clock.now()],
  );
}

async function record(
  tx: Tx,
  ctx: Context,
  { wish, draw, entryId }: { wish: EntryWish; draw: DrawRow; entryId: string },
) {
  const { facilityId, sessionId, residentId, channel } = wish;
  const detail = { entryId, channel };
  await recordAudit(tx, ctx, {
    facilityId,
    action: 'draws.enter',
    subjectType: 'session',
    subjectId: sessionId,
    detail,
  });
  await tellResident(tx, ctx, {
    residentId,
    kind: 'draw-entered',
    params: { ...drawParams(draw), receipt: receiptOf(entryId) },
    link: drawLink(draw),
  });
}

/** What messages about a draw say. */
export const drawParams = (draw: DrawRow) => ({
  facility: draw.facilityName,
  department: draw.departmentName,
  date: draw.date,
  closesAt: draw.closesAt.toISOString(),
});
/** Path on the residents' site. */
export const drawLink = ({ facilityId, sessionId }: DrawKey) => `/draws/${facilityId}/${sessionId}`;
/** Short enough to be read aloud; the public list shows the whole id. */
export const receiptOf = (entryId: string) => entryId.slice(0, 8).toUpperCase();
