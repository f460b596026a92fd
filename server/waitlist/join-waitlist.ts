import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { hashOf } from '../booking/book.ts';
import { getRuledTarget, type Target } from '../booking/find-target.ts';
import { listActive } from '../booking/list-active.ts';
import { gateRefusal, overlapOf, seatsFor } from '../booking/rules.ts';
import { checkStanding } from '../booking/standing.ts';
import { regionDay } from '../kernel/clock.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { type Tx, transact, violated } from '../kernel/transaction.ts';
import { expectReach } from '../residents/queries.ts';
import { horizonEnd } from '../schedules/rules.ts';
import { getWait } from './queries.ts';
import { clearsAt, waitsMax } from './rules.ts';
import type { joinInput, WaitView } from './schema.ts';

type Join = z.infer<typeof joinInput>;

/**
 * Puts a person at the end of a full session's list, by the rules of booking it. Joining again finds the place
 * already taken and changes nothing; two requests at once cannot pass the limit of waits.
 */
export async function joinWaitlist(ctx: ContextOf<'resident'>, join: Join): Promise<WaitView> {
  await expectReach(ctx, join.residentId);
  const id = await tryJoin(ctx, join).catch((error: unknown) => {
    // a second request of the same person was faster: its seat or its place is the one that counts
    if (violated(error)?.startsWith('waitlist_entries_person')) return tryJoin(ctx, join);
    if (violated(error) === 'resident_waits_seat') return tryJoin(ctx, join);
    throw error;
  });
  return getWait(ctx, join.facilityId, id);
}

async function tryJoin(ctx: ContextOf<'resident'>, join: Join): Promise<string> {
  const { target, rules } = await getRuledTarget(ctx, join.facilityId, join.sessionId);
  const now = ctx.clock.now();
  const today = regionDay(now);
  return transact(ctx.db, async (tx) => {
    const known = await findPlace(tx, join);
    if (known) return known;
    const gate = gateRefusal(target, now, horizonEnd(today, rules));
    if (gate) throw refused(gate.rule, gate);
    const end = clearsAt(target);
    if (now >= end) throw refused('waitlist-over', { params: { endedAt: end.toISOString() } });
    await checkStanding(tx, ctx, wishOf(ctx, join, today), { target, rules });
    const active = (await listActive(tx.client, [join.residentId], today)).get(join.residentId) ?? [];
    const seats = seatsFor({ ...target, doctorKey: target.practitionerId ?? '-' }, active, rules);
    if ('rule' in seats) throw refused(seats.rule, seats);
    const seat = await findSeat(tx, join.residentId);
    const id = ctx.ids.next();
    await insertPlace(tx, ctx, { ...join, id });
    const windows = await listWindows(tx, join, now);
    if (windows.some((window) => window.free)) throw refused('waitlist-not-full');
    const fits = windows.some(({ start, end: windowEnd }) => !overlapOf(start, windowEnd, active));
    if (!fits) throw refused('waitlist-no-time');
    await insertOwn(tx, { ...join, id, seat, date: target.date, now });
    await record(tx, ctx, join, id, target);
    return id;
  });
}

/** The place in the list that the person has already, or null. */
async function findPlace(tx: Tx, { facilityId, sessionId, residentId }: Join): Promise<string | null> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'find-waiting-place',
    text: `select id from waitlist_entries where facility_id = $1 and session_id = $2 and resident_id = $3
             and state in ('waiting', 'offered')`,
    values: [facilityId, sessionId, residentId],
  });
  return rows[0]?.id ?? null;
}

/** A free seat among the person's waits, or the refusal naming the limit. */
async function findSeat(tx: Tx, residentId: string): Promise<number> {
  const { rows } = await tx.client.query<{ seat: number }>({
    name: 'find-wait-seats',
    text: 'select seat from resident_waits where resident_id = $1 and active = 1',
    values: [residentId],
  });
  for (let seat = 1; seat <= waitsMax; seat += 1) if (!rows.some((row) => row.seat === seat)) return seat;
  throw refused('waitlist-limit', { params: { limit: waitsMax } });
}

/** The foreign key to the session waits for a change of its capacity under way, whose numbers are seen below. */
const insertPlace = (
  tx: Tx,
  ctx: ContextOf<'resident'>,
  { facilityId, id, sessionId, residentId }: Join & { id: string },
) =>
  tx.client.query({
    name: 'insert-waiting-place',
    text: `insert into waitlist_entries (facility_id, id, session_id, resident_id, account_id, channel, state, joined_at)
           values ($1, $2, $3, $4, $5, $6, 'waiting', $7)`,
    values: [facilityId, id, sessionId, residentId, ctx.actor.accountId, ctx.channel, ctx.clock.now()],
  });

async function listWindows(tx: Tx, { facilityId, sessionId }: Join, now: Date) {
  const { rows } = await tx.client.query<{ start: Date; end: Date; free: boolean }>({
    name: 'list-waited-windows',
    text: `select window_start as start, window_end as "end", bool_or(status = 'free' and window_end > $3) as free
           from tickets where facility_id = $1 and session_id = $2 and pool = 'public' group by window_start, window_end`,
    values: [facilityId, sessionId, now],
  });
  return rows;
}

type Own = Join & { id: string; seat: number; date: string; now: Date };

const insertOwn = (tx: Tx, own: Own) =>
  tx.client.query({
    name: 'insert-own-wait',
    text: `insert into resident_waits (resident_id, entry_id, facility_id, session_id, date, seat, joined_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [own.residentId, own.id, own.facilityId, own.sessionId, own.date, own.seat, own.now],
  });

const record = (tx: Tx, ctx: ContextOf<'resident'>, join: Join, id: string, target: Target) =>
  recordAudit(tx, ctx, {
    facilityId: target.facilityId,
    action: 'waitlist.join',
    subjectType: 'wait',
    subjectId: id,
    detail: { sessionId: join.sessionId, channel: ctx.channel },
  });

const wishOf = (ctx: ContextOf<'resident'>, join: Join, today: string) => ({
  ...join,
  accountId: ctx.actor.accountId,
  key: '',
  bodyHash: hashOf(['wait', join.sessionId, join.residentId]),
  windowStart: null,
  pools: ['public'],
  replaces: null,
  today,
});
