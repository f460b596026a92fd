import { recordAudits } from '../../audit/record-audits.ts';
import { type Fault, refused } from '../../kernel/errors.ts';
import { enqueue } from '../../kernel/queue.ts';
import { isConnectionLoss, sqlState, type Tx, transact } from '../../kernel/transaction.ts';
import { tellResidents } from '../../notices/tell-residents.ts';
import { type Alternatives, findAlternatives, refusalOf } from '../explain-no-ticket.ts';
import type { AppointmentView } from '../schema.ts';
import { lockTickets } from './lock-tickets.ts';
import { readPeople } from './read-people.ts';
import { auditOf, noticeOf } from './record-batch.ts';
import { type BatchRequest, type BatchTarget, sessionKey } from './request.ts';
import { type Decided, settle, type Verdict } from './settle.ts';
import { viewOf } from './view.ts';
import { writeAppointments } from './write-appointments.ts';
import { inResidentOrder, takeKeys, takeSeats } from './write-seats.ts';

export type Outcome =
  | { kind: 'made'; view: AppointmentView }
  | { kind: 'refused'; fault: Fault }
  /** Tickets are left, but others hold their locks just now. */
  | { kind: 'again' }
  | { kind: 'alone' }
  | { kind: 'failed'; error: unknown };

/** What a batch has learned of a session, for answers that need not ask again. */
export type Learned = { target: BatchTarget; soldOut: Alternatives | null };
export type BatchResult = { outcomes: Outcome[]; learned: Learned[] };

/**
 * Books all requests in one transaction, first come first served, each with an outcome of its own; nobody is
 * answered before the commit. Should a constraint refuse a row, nothing is kept and each half is tried again,
 * so that one request fails by itself and never its neighbours.
 */
export async function runBatch(requests: BatchRequest[]): Promise<BatchResult> {
  const [first] = requests;
  if (!first) return { outcomes: [], learned: [] };
  let verdicts: Verdict[];
  try {
    verdicts = await transact(first.ctx.db, (tx) => bookAll(tx, requests));
  } catch (error) {
    // a lost connection leaves open what was committed: each asks again with its key
    if (isConnectionLoss(error) || !sqlState(error)) throw error;
    if (requests.length === 1) return { outcomes: [{ kind: 'alone' }], learned: [] };
    const half = Math.ceil(requests.length / 2);
    const [a, b] = [await runBatch(requests.slice(0, half)), await runBatch(requests.slice(half))];
    return { outcomes: [...a.outcomes, ...b.outcomes], learned: [...a.learned, ...b.learned] };
  }
  return conclude(requests, verdicts);
}

async function bookAll(tx: Tx, requests: BatchRequest[]): Promise<Verdict[]> {
  const now = requests[0]?.ctx.clock.now() ?? new Date();
  const people = await readPeople(tx, requests, now);
  const sessions = await lockTickets(tx, requests, now);
  const verdicts = settle(requests, people, sessions);
  const decided = verdicts.flatMap((verdict) => (verdict.kind === 'book' ? verdict.booking : []));
  const kept = decided.length > 0 ? await takeKeys(tx, inResidentOrder(decided)) : [];
  if (kept.length > 0) await writeAll(tx, kept);
  if (kept.length === decided.length) return verdicts;
  return verdicts.map((one) => (one.kind === 'book' && !kept.includes(one.booking) ? { kind: 'alone' } : one));
}

async function writeAll(tx: Tx, bookings: Decided[]): Promise<void> {
  await takeSeats(tx, bookings);
  await writeAppointments(tx, bookings);
  await recordAudits(tx, bookings.map(auditOf));
  await tellResidents(tx, bookings.map(noticeOf));
  const told = bookings.filter((one) => one.target.tells).map((one) => one.target.facilityId);
  if (told.length > 0) await enqueue(tx, 'his-tell-many', { facilityIds: [...new Set(told)].sort() });
}

/** Words what was decided; asks once a session why it had no ticket. */
async function conclude(requests: BatchRequest[], verdicts: Verdict[]): Promise<BatchResult> {
  const learned = new Map<string, Learned>();
  const outcomes: Outcome[] = [];
  for (const [i, verdict] of verdicts.entries()) {
    const request = requests[i] as BatchRequest;
    if (verdict.kind === 'book') outcomes.push({ kind: 'made', view: viewOf(verdict.booking) });
    else if (verdict.kind === 'refuse') {
      outcomes.push({ kind: 'refused', fault: verdict.fault });
      if (verdict.shut && !learned.has(sessionKey(request.wish)))
        learned.set(sessionKey(request.wish), { target: verdict.shut, soldOut: null });
    } else if (verdict.kind === 'alone') outcomes.push(verdict);
    else outcomes.push(await explain(request, verdict.target, learned).catch((error) => ({ kind: 'failed', error })));
  }
  return { outcomes, learned: [...learned.values()] };
}

async function explain(
  { ctx, wish }: BatchRequest,
  target: BatchTarget,
  learned: Map<string, Learned>,
): Promise<Outcome> {
  const key = sessionKey(wish);
  let known = learned.get(key);
  if (!known) {
    known = { target, soldOut: await findAlternatives(ctx, wish, target) };
    learned.set(key, known);
  }
  if (!wish.windowStart && (known.soldOut?.elsewhere ?? 0) > 0) return { kind: 'again' };
  const { rule, ...rest } = refusalOf(known.soldOut, wish);
  return { kind: 'refused', fault: refused(rule, rest) };
}
