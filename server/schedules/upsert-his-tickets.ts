import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';
import {
  firstStatus,
  type HisTicket,
  type Insert,
  type KnownTicket,
  moveFor,
  newestOf,
  type Placed,
  type TicketStatus,
  type Update,
} from './his-ticket-rules.ts';
import { isNewerStamp } from './his-version.ts';
import { keepForWaiting } from './return-tickets.ts';
import { addTickets, findSessions, findTickets, moveTickets } from './write-his-tickets.ts';

export type Blocked = Placed & { appointmentId: string };
export type Misfit = { hisId: string; reason: string };

export type HisTicketsOutcome = {
  inserted: number;
  updated: number;
  /** Numbers that fit nowhere yet, with the reason. */
  misfits: Misfit[];
  /** Closed by the hospital under a resident of ours; left unwritten until the caller has settled them. */
  blocked: Blocked[];
  /** Appointments the hospital has forgotten. */
  tellAgain: string[];
  /** Changed under our hands: to be given once more. */
  again: HisTicket[];
};
type Plan = Omit<HisTicketsOutcome, 'inserted' | 'updated' | 'again'> & {
  inserts: Insert[];
  updates: Update[];
  /** Numbers kept for an offer that the hospital has given away, by its ids. */
  withdrawn: Set<string>;
};

/**
 * Takes over numbers of one hospital, set by set: each version once, never an older one, repeats harmless. No
 * row is locked while deciding, so that bookings go on; a row that moved meanwhile comes back in `again`. An
 * offer that loses its number is replaced by a job of the same commit; what is free again goes to who waits first.
 */
export async function upsertHisTickets(
  tx: Tx,
  facilityId: string,
  given: HisTicket[],
  now: Date,
): Promise<HisTicketsOutcome> {
  const tickets = newestOf(given);
  const sessions = await findSessions(tx, facilityId, [...new Set(tickets.map((t) => t.scheduleHisId))]);
  const placed: Placed[] = [];
  const misfits: Misfit[] = [];
  for (const ticket of tickets) {
    const session = sessions.get(ticket.scheduleHisId);
    if (session) placed.push({ ticket, sessionId: session.id });
    else misfits.push({ hisId: ticket.hisId, reason: 'schedule: not known here' });
  }
  const known = await findTickets(tx, facilityId, placed);
  const stopped = new Set([...sessions.values()].filter((s) => s.status === 'suspended').map((s) => s.id));
  const waited = new Set([...sessions.values()].filter((s) => s.waited).map((s) => s.id));
  const { inserts, updates, withdrawn, ...plan } = planTickets(placed, known, stopped, waited);
  const inserted = await addTickets(tx, facilityId, inserts);
  const moved = await moveTickets(tx, facilityId, updates);
  for (const { ticket, sessionId } of updates) {
    if (!withdrawn.has(ticket.hisId) || !moved.has(ticket.hisId)) continue;
    await enqueue(tx, 'booking-replace-offer', { facilityId, sessionId, number: ticket.number });
    await enqueue(tx, 'waitlist-withdraw', { facilityId, sessionId, number: ticket.number });
  }
  for (const sessionId of waited) {
    const freed = [...inserts, ...updates.filter((t) => t.was !== 'quarantined')].filter(
      (t) => t.sessionId === sessionId && t.status === 'quarantined',
    );
    await keepForWaiting(tx, { facilityId, sessionId, numbers: freed.map((t) => t.ticket.number) }, now);
  }
  const again = updates.flatMap((u) => (moved.has(u.ticket.hisId) ? [] : [u.ticket]));
  return { ...plan, misfits: [...misfits, ...plan.misfits], inserted, updated: moved.size, again };
}

/** Pure: what is to be written for numbers whose sessions are known. */
export function planTickets(
  placed: Placed[],
  known: KnownTicket[],
  stopped: ReadonlySet<string>,
  waited: ReadonlySet<string> = new Set(),
): Plan {
  const byHis = new Map(known.map((k) => [k.hisId, k]));
  const seat = (sessionId: string, number: number) => `${sessionId} ${number}`;
  const bySeat = new Map(known.map((k) => [seat(k.sessionId, k.number), k]));
  const plan: Plan = { inserts: [], updates: [], misfits: [], blocked: [], tellAgain: [], withdrawn: new Set() };
  const filled = new Set<string>();
  for (const { ticket, sessionId } of placed) {
    const place = seat(sessionId, ticket.number);
    const own = byHis.get(ticket.hisId);
    const ours = own ?? bySeat.get(place);
    if (own && seat(own.sessionId, own.number) !== place) {
      plan.misfits.push({ hisId: ticket.hisId, reason: 'slot: moved to another session or number' });
    } else if (filled.has(place)) {
      plan.misfits.push({ hisId: ticket.hisId, reason: 'slot: its number is given twice' });
    } else if (!ours) {
      const first = firstStatus(ticket.status, stopped.has(sessionId));
      plan.inserts.push({ ticket, sessionId, ...first, status: forWaiting(first.status, waited.has(sessionId)) });
    } else if (isNewerStamp(ticket.hisVersion, ours.hisVersion)) {
      planMove(plan, { ticket, sessionId }, ours, { stopped: stopped.has(sessionId), waited: waited.has(sessionId) });
    }
    filled.add(place);
  }
  return plan;
}

/** A number that the hospital frees is kept for those who wait for its session, until a job has asked them. */
const forWaiting = (status: TicketStatus, waited: boolean): TicketStatus =>
  status === 'free' && waited ? 'quarantined' : status;

type Around = { stopped: boolean; waited: boolean };

function planMove(plan: Plan, placed: Placed, ours: KnownTicket, { stopped, waited }: Around): void {
  const move = moveFor(placed.ticket.status, ours, stopped);
  if (move.do === 'blocked') {
    plan.blocked.push({ ...placed, appointmentId: ours.appointmentId ?? '' });
    return;
  }
  if (move.do === 'tell-again' && ours.appointmentId) plan.tellAgain.push(ours.appointmentId);
  if (move.do === 'withdraw') plan.withdrawn.add(placed.ticket.hisId);
  // a free number is not written for its version alone: its row lock would make the session look full
  if (move.do === 'keep' && ours.status === 'free' && isAsKnown(placed.ticket, ours)) return;
  const { status, takenBy } = move.do === 'set' || move.do === 'withdraw' ? move : ours;
  const becomes = move.do === 'set' ? forWaiting(status, waited) : status;
  plan.updates.push({
    ...placed,
    status: becomes,
    takenBy,
    was: ours.status,
    movesWindow: ours.appointmentId === null,
  });
}

const isAsKnown = (ticket: HisTicket, ours: KnownTicket): boolean =>
  ticket.hisId === ours.hisId && +new Date(ticket.start) === +ours.start && +new Date(ticket.end) === +ours.end;
