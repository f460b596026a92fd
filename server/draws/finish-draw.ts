import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../kernel/context.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import { tellResidents } from '../notices/tell-residents.ts';
import { lockForDraw, releaseAfterDraw } from '../schedules/keep-for-draw.ts';
import { enrolLosers, type Loser } from '../waitlist/enrol-losers.ts';
import { drawLink, drawParams } from './enter-draw.ts';
import { type DrawKey, type DrawRow, lockDraw } from './find-draw.ts';
import { leaveSeats } from './person-state.ts';
import { listLeft } from './place-winners.ts';
import { waitsNow } from './rules.ts';
import { voidDraw } from './void-draw.ts';

/** Messages and their texts go out in bundles of so many. */
const bundle = 500;

/**
 * Everybody has a result: the seed is shown, numbers nobody drew go to whoever comes first, and the others wait in the
 * order drawn for what comes back and are told so, in one transaction. Done again it changes nothing.
 */
export async function finishDraw(ctx: Context, key: DrawKey): Promise<void> {
  await transact(ctx.db, async (tx) => {
    // the session before its draw, as at the close: two workers at different steps would else wait for each other
    await lockForDraw(tx, key);
    const draw = await lockDraw(tx, key, 'update');
    if (draw.status !== 'closed') return;
    if (draw.sessionStatus === 'halted') return;
    const left = (await listLeft(tx.client, draw)).map((ticket) => ticket.number);
    const begun = ctx.clock.now() >= draw.closeAt && left.length > 0;
    if (draw.sessionStatus === 'suspended' || begun) return voidDraw(tx, ctx, draw);
    const won = await listWon(tx, key);
    const losers = await loseRest(tx, ctx, key);
    const now = ctx.clock.now();
    // a number that the hospital took meanwhile was not in the draw after all
    const offered = [...won, ...left].sort((a, b) => a - b);
    await tx.client.query(
      `update draws set status = 'drawn', seed = $3, offered = $4, drawn_at = $5 where facility_id = $1 and session_id = $2`,
      [key.facilityId, key.sessionId, ctx.sealing.open(draw.seedSealed), offered, now],
    );
    await releaseAfterDraw(tx, key, left, now);
    await leaveSeats(tx, losers);
    const waiting = await enrol(tx, draw, losers, now);
    await tellLosers(tx, ctx, draw, { losers, waiting });
    const detail = { won: won.length, lost: losers.length, waiting: waiting.length, left: left.length };
    await recordAudit(tx, ctx, {
      ...{
        facilityId: key.facilityId,
        action: 'draws.finish',
        subjectType: 'session',
        subjectId: key.sessionId,
        detail,
      },
    });
  });
}

async function listWon(tx: Tx, { facilityId, sessionId }: DrawKey): Promise<number[]> {
  const { rows } = await tx.client.query<{ number: number }>(
    `select ticket_number as number from draw_entries where facility_id = $1 and session_id = $2 and status = 'won'`,
    [facilityId, sessionId],
  );
  return rows.map((row) => row.number);
}

/** In the order drawn. */
async function loseRest(tx: Tx, ctx: Context, { facilityId, sessionId }: DrawKey): Promise<Loser[]> {
  const { rows } = await tx.client.query<Loser & { place: number }>(
    `update draw_entries set status = 'lost', decided_at = $3
     where facility_id = $1 and session_id = $2 and status = 'waiting'
     returning id, resident_id as "residentId", account_id as "accountId", channel, place`,
    [facilityId, sessionId, ctx.clock.now()],
  );
  return rows.sort((a, b) => a.place - b.place);
}

async function enrol(tx: Tx, draw: DrawRow, losers: Loser[], now: Date): Promise<Loser[]> {
  if (losers.length === 0) return [];
  const waiting = await enrolLosers(tx, draw, losers, now);
  await tx.client.query(`update draw_entries set reason = $3 where facility_id = $1 and id = any($2::uuid[])`, [
    draw.facilityId,
    waiting.map((one) => one.id),
    waitsNow,
  ]);
  return waiting;
}

type Lost = { losers: Loser[]; waiting: Loser[] };

async function tellLosers(tx: Tx, ctx: Context, draw: DrawRow, { losers, waiting }: Lost): Promise<void> {
  const [at, params, link] = [ctx.clock.now(), drawParams(draw), drawLink(draw)];
  const position = new Map(waiting.map(({ id }, i) => [id, i + 1]));
  for (let from = 0; from < losers.length; from += bundle) {
    const told = losers.slice(from, from + bundle).map(({ id, residentId }) => {
      const number = position.get(id);
      const entry = { residentId, kind: 'draw-lost' as const, params: number ? { ...params, number } : params, link };
      return { ctx, at, entry };
    });
    await tellResidents(tx, told);
  }
}
