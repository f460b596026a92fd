import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { ContextOf } from '../kernel/context.ts';
import { refused } from '../kernel/errors.ts';
import { type Tx, transact, violated } from '../kernel/transaction.ts';
import { expectReach } from '../residents/queries.ts';
import { checkFull, checkJoin, type Join } from './check-join.ts';
import { readWait } from './queries.ts';
import { waitsMax } from './rules.ts';
import type { joinInput, WaitView } from './schema.ts';

/** Whoever asks for a place: somebody with an account, or staff for a person at their desk. */
type Asking = ContextOf<'resident' | 'staff'>;

/**
 * Puts a person at the end of a full session's list, by the rules of booking it. Joining again finds the place
 * already taken and changes nothing; requests at once cannot pass the limit of waits.
 */
export async function joinWaitlist(ctx: ContextOf<'resident'>, join: z.infer<typeof joinInput>): Promise<WaitView> {
  await expectReach(ctx, join.residentId);
  return joinFor(ctx, join);
}

/** The same for somebody whom the caller has shown to act for. */
export async function joinFor(ctx: Asking, join: Join): Promise<WaitView> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const id = await tryJoin(ctx, join);
      return await readWait(ctx, { facilityId: join.facilityId, id }, [join.residentId]);
    } catch (error) {
      // another request of the same person took this seat or this place: look again
      if (!violated(error) || attempt > waitsMax) throw error;
    }
  }
}

const tryJoin = (ctx: Asking, join: Join): Promise<string> =>
  transact(ctx.db, async (tx) => {
    const known = await findPlace(tx, join);
    if (known) return known;
    const { target, active } = await checkJoin(tx, ctx, join);
    const seat = await findSeat(tx, join.residentId);
    if (seat === null) return placeAfterAll(tx, join);
    const place = { ...join, id: ctx.ids.next(), seat, date: target.date };
    await waitForChanges(tx, join);
    await insertPlace(tx, ctx, place);
    await checkFull(tx, ctx, join, active);
    await insertOwn(tx, ctx, place);
    await recordAudit(tx, ctx, {
      facilityId: join.facilityId,
      action: 'waitlist.join',
      subjectType: 'wait',
      subjectId: place.id,
      detail: { sessionId: join.sessionId, channel: ctx.channel },
    });
    return place.id;
  });

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

/** The last seat may have gone to a tap of the same moment for this very session; else the refusal naming the limit. */
async function placeAfterAll(tx: Tx, join: Join): Promise<string> {
  const known = await findPlace(tx, join);
  if (!known) throw refused('waitlist-limit', { params: { limit: waitsMax } });
  return known;
}

/** A free seat among the person's waits, or null. */
async function findSeat(tx: Tx, residentId: string): Promise<number | null> {
  const { rows } = await tx.client.query<{ seat: number }>({
    name: 'find-wait-seats',
    text: 'select seat from resident_waits where resident_id = $1 and active = 1',
    values: [residentId],
  });
  for (let seat = 1; seat <= waitsMax; seat += 1) if (!rows.some((row) => row.seat === seat)) return seat;
  return null;
}

type Place = Join & { id: string; seat: number; date: string };

/** Waits for a change of the session's capacity under way, whose numbers are then seen. */
const waitForChanges = (tx: Tx, { facilityId, sessionId }: Join) =>
  tx.client.query({
    name: 'share-session',
    text: 'select 1 from sessions where facility_id = $1 and id = $2 for share',
    values: [facilityId, sessionId],
  });

const insertPlace = (tx: Tx, ctx: Asking, place: Place) =>
  tx.client.query({
    name: 'insert-waiting-place',
    text: `insert into waitlist_entries (facility_id, id, session_id, resident_id, account_id, channel, state, joined_at)
           values ($1, $2, $3, $4, $5, $6, 'waiting', $7)`,
    values: [
      ...[place.facilityId, place.id, place.sessionId, place.residentId],
      ...[ctx.actor.accountId, ctx.channel, ctx.clock.now()],
    ],
  });

const insertOwn = (tx: Tx, ctx: Asking, place: Place) =>
  tx.client.query({
    name: 'insert-own-wait',
    text: `insert into resident_waits (resident_id, entry_id, facility_id, session_id, date, seat, joined_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      ...[place.residentId, place.id, place.facilityId, place.sessionId],
      ...[place.date, place.seat, ctx.clock.now()],
    ],
  });
