import type { Database } from '#db/client.ts';
import type { Context } from '../../kernel/context.ts';
import { type Fault, refused } from '../../kernel/errors.ts';
import { gather } from '../../kernel/gather.ts';
import { horizonEnd } from '../../schedules/rules.ts';
import type { BookingWish } from '../booking-wish.ts';
import { type Alternatives, refusalOf } from '../explain-no-ticket.ts';
import { gateRefusal } from '../rules.ts';
import { type BatchTarget, sessionKey } from './request.ts';
import type { Learned } from './run-batch.ts';

/** What a batch learned stands so long: a ticket given back, or a clinic opened earlier, is seen a second later at most. */
const trustMs = 1000;
/** More sessions than are rushed at one time. */
const keptMost = 5000;

type Known = { target: BatchTarget; soldOut: Alternatives | null; until: number };
type Memory = { sessions: Map<string, Known>; isRepeat: (wish: BookingWish) => Promise<boolean> };

const memories = new WeakMap<Database, Memory>();

function memoryOf(db: Database): Memory {
  let memory = memories.get(db);
  if (!memory) {
    memory = { sessions: new Map(), isRepeat: gather((wishes: BookingWish[]) => findRepeats(db, wishes)) };
    memories.set(db, memory);
  }
  return memory;
}

/** Notes why sessions could not be booked just now. */
export function learn(db: Database, learned: Learned[]): void {
  const { sessions } = memoryOf(db);
  if (sessions.size > keptMost) sessions.clear();
  const until = performance.now() + trustMs;
  for (const one of learned) sessions.set(sessionKey(one.target), { ...one, until });
}

/**
 * The refusal that is sure to come, without a transaction, a lock or a place in the line; null when only a
 * try can tell. It can be wrong in one direction, for a second: it refuses what has just become possible. A
 * repeated key is never refused here: its booking may be the one whose answer got lost.
 */
export async function refuseEarly(ctx: Pick<Context, 'db' | 'clock'>, wish: BookingWish): Promise<Fault | null> {
  const { sessions, isRepeat } = memoryOf(ctx.db);
  const key = sessionKey(wish);
  const known = sessions.get(key);
  if (!known) return null;
  if (known.until < performance.now()) {
    sessions.delete(key);
    return null;
  }
  const refusal =
    gateRefusal(known.target, ctx.clock.now(), horizonEnd(wish.today, known.target.rules)) ??
    (known.soldOut?.elsewhere === 0 ? refusalOf(known.soldOut, wish) : null);
  if (!refusal || (await isRepeat(wish))) return null;
  return refused(refusal.rule, refusal);
}

async function findRepeats({ pool }: Database, wishes: BookingWish[]): Promise<boolean[]> {
  const { rows } = await pool.query<{ place: number }>({
    name: 'find-repeats',
    text: `select a.place::int as place from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as a (resident, account, key, place)
           join booking_requests q on q.resident_id = a.resident and q.account_id = a.account and q.key = a.key`,
    values: [wishes.map((w) => w.residentId), wishes.map((w) => w.accountId), wishes.map((w) => w.key)],
  });
  const found = new Set(rows.map((row) => row.place - 1));
  return wishes.map((_, i) => found.has(i));
}
