import { getRuledTarget } from '../booking/find-target.ts';
import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { backAt, placeOf } from '../schedules/return-rules.ts';
import { endRest, listDue, lockDue, lockFree, type Resting, rest, restedFrom } from '../schedules/settle-return.ts';
import { closeList } from './close-list.ts';
import { offerNumber, type Ruled } from './offer-number.ts';
import { clearsAt, offerFrom } from './rules.ts';

type Session = { facilityId: string; sessionId: string };

/**
 * Brings one session's list up to date: closes it when the clinic is stopped or near, gives every number that is
 * due to the first person it fits, else to everybody. Each number is a transaction of its own; repeating is harmless.
 */
export async function serveSession(ctx: Context, session: Session): Promise<void> {
  const ruled = await getRuledTarget(ctx, session.facilityId, session.sessionId);
  const { target } = ruled;
  // nothing moves while an official looks at its ledger
  if (target.status === 'halted') return;
  if (target.status !== 'published' || ctx.clock.now() >= clearsAt(target)) await closeList(ctx, target);
  for (const number of await listDue(ctx.db.pool, session, ctx.clock.now())) {
    await transact(ctx.db, async (tx) => {
      const seat = await lockDue(tx, { ...session, number }, ctx.clock.now());
      if (seat) await settle(tx, ctx, ruled, seat);
    });
  }
  await serveFree(ctx, ruled, session);
}

/** Decides on one locked number: kept for somebody, resting on, or for everybody again. */
async function settle(tx: Tx, ctx: Context, ruled: Ruled, seat: Resting): Promise<void> {
  const { target, rules } = ruled;
  const now = ctx.clock.now();
  const morning = offerFrom(target, now);
  const waited = await isWaited(tx, seat);
  if (target.status === 'published' && waited && now < clearsAt(target)) {
    // a little chance on top, as nobody may know the minute
    if (morning > now) return rest(tx, seat, backAt(morning, target.closeAt, rules, ctx.ids.chance() / 4), now);
    if (await offerNumber(tx, ctx, ruled, seat)) return;
  }
  const place = placeOf({ ...target, waited: false }, 'public', restedFrom(seat) ? 'added' : 'returned', now);
  if (place !== 'quarantined') return endRest(tx, seat, place);
  await rest(tx, seat, backAt(now, target.closeAt, rules, ctx.ids.chance()), now);
}

/** Numbers that fit nobody on the list are not all tried at each run. */
const mostTries = 20;

/** Numbers free to everybody while somebody waits: freed by a way that did not ask, or refused by those before. */
async function serveFree(ctx: Context, ruled: Ruled, session: Session): Promise<void> {
  const now = ctx.clock.now();
  if (ruled.target.status !== 'published' || offerFrom(ruled.target, now) > now) return;
  let after: number | null = 0;
  for (let tries = 0; after !== null && tries < mostTries; tries += 1) {
    const from: number = after;
    after = await transact(ctx.db, async (tx) => {
      if (!(await isWaited(tx, session))) return null;
      const seat = await lockFree(tx, session, from, now);
      if (seat) await offerNumber(tx, ctx, ruled, seat);
      return seat?.number ?? null;
    });
  }
}

async function isWaited(tx: Tx, { facilityId, sessionId }: Session): Promise<boolean> {
  const { rows } = await tx.client.query<{ waited: boolean }>({
    name: 'is-waited',
    text: `select exists (select 1 from waitlist_entries where facility_id = $1 and session_id = $2 and state = 'waiting') as waited`,
    values: [facilityId, sessionId],
  });
  return rows[0]?.waited ?? false;
}
