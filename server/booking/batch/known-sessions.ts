import type { Database } from '#db/client.ts';
import { regionDay } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { type Fault, refused } from '../../kernel/errors.ts';
import { horizonEnd } from '../../schedules/rules.ts';
import type { BookingWish } from '../booking-wish.ts';
import { refusalOf } from '../explain-no-ticket.ts';
import { gateRefusal } from '../rules.ts';
import { sessionKey } from './request.ts';
import type { Learned } from './run-batch.ts';

/** What a batch learned stands so long: a ticket given back, or a clinic opened earlier, is seen a second later at most. */
const trustMs = 1000;
/** More sessions than are rushed at one time. */
const keptMost = 5000;

/** Beyond so many holders nobody is refused from memory. */
const holdersMost = 5000;

type Known = Learned & {
  until: number;
  /** Residents who have or had a number of the session; null when they are too many to keep. Asked for with the first refusal. */
  holders?: Promise<Set<string> | null>;
  /** What was said last: the same for everybody, so it is made once. */
  said?: Fault;
};
type Asked = Pick<BookingWish, 'facilityId' | 'sessionId' | 'residentId' | 'windowStart'>;

const memories = new WeakMap<Database, Map<string, Known>>();

function memoryOf(db: Database): Map<string, Known> {
  const memory = memories.get(db) ?? new Map<string, Known>();
  memories.set(db, memory);
  return memory;
}

/** Notes why sessions could not be booked just now. */
export function learn(db: Database, learned: Learned[]): void {
  const sessions = memoryOf(db);
  if (sessions.size > keptMost) sessions.clear();
  const until = performance.now() + trustMs;
  for (const one of learned) sessions.set(sessionKey(one.target), { ...one, until });
}

/** Drops what is known of a session: it has just been booked here, so a number had come back. */
export const forget = (db: Database, session: { facilityId: string; sessionId: string }): void =>
  void memoryOf(db).delete(sessionKey(session));

/**
 * The refusal that is sure to come, without a transaction, a lock or a place in the line; null when only a
 * try can tell. It says no more than the session's public page, so it asks nothing about who asks. It can be wrong in one
 * direction, for a second: it refuses what has just become possible. Whoever may be a holder who repeats a key is
 * not refused here: the booking may be the one whose answer got lost. Holders are as of the last second; the
 * repeat of what another process booked since from a returned number is told to ask again once more.
 */
export async function refuseEarly(ctx: Pick<Context, 'db' | 'clock'>, asked: Asked): Promise<Fault | null> {
  const sessions = memoryOf(ctx.db);
  const key = sessionKey(asked);
  const known = sessions.get(key);
  if (!known) return null;
  if (known.until < performance.now()) {
    sessions.delete(key);
    return null;
  }
  const now = ctx.clock.now();
  const refusal =
    gateRefusal(known.target, now, horizonEnd(regionDay(now), known.target.rules)) ??
    (known.soldOut?.elsewhere === 0 ? refusalOf(known.soldOut, asked) : null);
  if (!refusal) return null;
  known.holders ??= findHolders(ctx.db, asked);
  const holders = await known.holders;
  if (!holders || holders.has(asked.residentId)) return null;
  if (known.said?.refusal.rule !== refusal.rule) known.said = refused(refusal.rule, refusal);
  return known.said;
}

async function findHolders({ pool }: Database, session: Asked): Promise<Set<string> | null> {
  const { rows } = await pool.query<{ resident: string }>({
    name: 'find-holders',
    text: `select distinct resident_id as resident from appointments where facility_id = $1 and session_id = $2 limit $3`,
    values: [session.facilityId, session.sessionId, holdersMost + 1],
  });
  return rows.length > holdersMost ? null : new Set(rows.map(({ resident }) => resident));
}
