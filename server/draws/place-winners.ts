import { hashOf } from '../booking/book.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { regionDay } from '../kernel/clock.ts';
import type { Channel, Context } from '../kernel/context.ts';
import { conflict, Fault } from '../kernel/errors.ts';
import { type Tx, transact, violated } from '../kernel/transaction.ts';
import { tellResident } from '../notices/tell-resident.ts';
import { drawLink, drawParams } from './enter-draw.ts';
import { type DrawKey, type DrawRow, getDraw } from './find-draw.ts';
import { leaveSeats } from './person-state.ts';

type Next = { id: string; residentId: string; accountId: string; channel: Channel };
type Left = { number: number; windowStart: Date };

/** By these a person asks without staff, so that a pause of online booking counts. */
const ownChannels: Channel[] = ['web', 'app', 'wechat'];
/** The ticket went elsewhere while it was being given: look again at what is left. */
const ticketGone = ['full', 'window-full'];

/**
 * Gives the numbers in the order that was drawn, each as a booking like any other, in one transaction with its result.
 * Whoever dies in between leaves whole results behind, and the next run goes on after them. False: the session is being
 * checked, and what is left waits for the next run.
 */
export async function placeWinners(ctx: Context, key: DrawKey): Promise<boolean> {
  for (;;) {
    const draw = await getDraw(ctx.db.pool, key);
    if (draw.status !== 'closed') return true;
    if (draw.sessionStatus === 'halted') return false;
    // begun meanwhile: its numbers can no longer be booked, however often it is tried
    if (draw.sessionStatus !== 'published' || ctx.clock.now() >= draw.closeAt) return true;
    const left = await listLeft(ctx.db.pool, draw);
    const next = left.length > 0 ? await findNext(ctx.db.pool, key) : null;
    if (!next) return true;
    await placeOne(ctx, draw, next, left);
  }
}

async function placeOne(ctx: Context, draw: DrawRow, entry: Next, left: Left[]): Promise<void> {
  const clashing = new Set<number>();
  for (const [i, ticket] of left.entries()) {
    if (clashing.has(ticket.windowStart.getTime())) continue;
    const rule = await tryTicket(ctx, draw, entry, { ...ticket, later: i > 0 });
    if (rule === null || ticketGone.includes(rule)) return;
    if (rule !== 'overlap') return letPass(ctx, draw, entry, rule);
    clashing.add(ticket.windowStart.getTime());
  }
  await letPass(ctx, draw, entry, 'overlap');
}

/** Books this ticket; null, or the rule that forbids it. */
async function tryTicket(ctx: Context, draw: DrawRow, entry: Next, ticket: Left & { later: boolean }) {
  const { facilityId, sessionId } = draw;
  const { residentId, accountId, channel } = entry;
  try {
    await makeBooking(
      { ...ctx, channel },
      {
        ...{ facilityId, sessionId, residentId, accountId, pools: ['public'], replaces: null },
        ...{ key: `draw-${entry.id}`, bodyHash: hashOf(['draw', entry.id]), today: regionDay(ctx.clock.now()) },
        ...{
          windowStart: ticket.windowStart,
          drawn: { number: ticket.number, byStaff: !ownChannels.includes(channel) },
        },
        also: (tx, made) => win(tx, ctx, { draw, entry, ticket, appointmentId: made.appointmentId }),
      },
    );
    return null;
  } catch (error) {
    if (error instanceof Fault && error.code === 'refused') return error.refusal.rule;
    // another worker gave it since it was listed, and it stays held until the hospital says yes
    if (violated(error) === 'appointments_ticket_active') return 'full';
    throw error;
  }
}

type Win = { draw: DrawRow; entry: Next; ticket: Left & { later: boolean }; appointmentId: string };

async function win(tx: Tx, ctx: Context, { draw, entry, ticket, appointmentId }: Win): Promise<void> {
  const { rowCount } = await tx.client.query(
    `update draw_entries set status = 'won', ticket_number = $3, later = $4, appointment_id = $5, decided_at = $6
     where facility_id = $1 and id = $2 and status = 'waiting'`,
    [draw.facilityId, entry.id, ticket.number, ticket.later, appointmentId, ctx.clock.now()],
  );
  if (!rowCount) throw conflict('draw-decided');
  await leaveSeats(tx, [entry]);
}

/** A rule that holds for every booking forbids this one; the person is told which, and the next one comes up. */
async function letPass(ctx: Context, draw: DrawRow, entry: Next, rule: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const { rowCount } = await tx.client.query(
      `update draw_entries set status = 'passed', reason = $3, decided_at = $4
       where facility_id = $1 and id = $2 and status = 'waiting'`,
      [draw.facilityId, entry.id, rule, ctx.clock.now()],
    );
    if (!rowCount) return;
    await leaveSeats(tx, [entry]);
    const params = { ...drawParams(draw), rule };
    await tellResident(tx, ctx, { residentId: entry.residentId, kind: 'draw-passed', params, link: drawLink(draw) });
  });
}

async function findNext(db: Pick<Tx['client'], 'query'>, { facilityId, sessionId }: DrawKey): Promise<Next | null> {
  const { rows } = await db.query<Next>(
    `select id, resident_id as "residentId", account_id as "accountId", channel from draw_entries
     where facility_id = $1 and session_id = $2 and status = 'waiting' order by place limit 1`,
    [facilityId, sessionId],
  );
  return rows[0] ?? null;
}

/** Numbers that are held for the draw still, lowest first. */
export async function listLeft(db: Pick<Tx['client'], 'query'>, draw: DrawRow): Promise<Left[]> {
  const { rows } = await db.query<Left>(
    `select t.number, t.window_start as "windowStart" from tickets t
     where t.facility_id = $1 and t.session_id = $2 and t.number = any($3::smallint[]) and t.status = 'held'
       and not exists (select 1 from draw_entries e where e.facility_id = t.facility_id and e.session_id = t.session_id
         and e.status = 'won' and e.ticket_number = t.number)
     order by t.number`,
    [draw.facilityId, draw.sessionId, draw.offered ?? []],
  );
  return rows;
}
