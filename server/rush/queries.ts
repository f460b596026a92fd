import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { notFound } from '../kernel/errors.ts';
import { readLine, rushRate } from './lines.ts';
import { aheadOf, isLine, isOpen, type Line, openPass, opensMs, overMs, type Pass, placeOf, turnAt } from './rules.ts';
import type { RushView, rushInput } from './schema.ts';

type Scope = Pick<Context, 'db' | 'clock' | 'sealing' | 'actor'>;
type Row = { releaseAt: Date; isPublished: boolean; free: number };

/** When a published session's numbers are released, or null. */
export async function getRelease(ctx: Pick<Context, 'db' | 'clock'>, input: z.infer<typeof rushInput>) {
  const session = await findSession(ctx, input);
  return session?.isPublished ? session.releaseAt : null;
}

async function findSession(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { facilityId, sessionId }: z.infer<typeof rushInput>,
): Promise<Row | undefined> {
  const { rows } = await db.pool.query<Row>({
    name: 'rush-session',
    text: `select s.release_at as "releaseAt", s.status = 'published' as "isPublished",
             (select count(*) from tickets t where t.facility_id = s.facility_id and t.session_id = s.id
                and t.status = 'free' and t.pool = 'public' and t.window_end > $3) as free
           from sessions s where s.facility_id = $1 and s.id = $2 and s.status <> 'draft'`,
    values: [facilityId, sessionId, clock.now()],
  });
  return rows[0];
}

/** Where the signed-in person stands; without a pass, whether there is a line to join. */
export async function getRush(ctx: Scope, input: z.infer<typeof rushInput>): Promise<RushView> {
  const asOf = ctx.clock.now();
  const session = await findSession(ctx, input);
  if (!session) throw notFound('session');
  const { releaseAt, free } = session;
  const line = await readLine(ctx.db, releaseAt, asOf);
  const residentId = ctx.actor.kind === 'resident' ? ctx.actor.residentId : null;
  const pass = residentId ? openPass(ctx.sealing.hash, input.pass, { releaseAt, residentId }) : null;
  const facts = { releaseAt, opensAt: new Date(releaseAt.getTime() - opensMs), free, asOf };
  const people = line.before + line.after;
  if (!session.isPublished) return { ...facts, people, ...nowhere, state: 'none', askAgainMs: 60_000 };
  return { ...facts, people, ...standing(ctx, pass, line, releaseAt, asOf) };
}

const nowhere = { place: null, ahead: null, turnFrom: null, turnTo: null };
type Standing = Pick<RushView, 'state' | 'place' | 'ahead' | 'turnFrom' | 'turnTo' | 'askAgainMs'>;

function standing({ sealing }: Scope, pass: Pass | null, line: Line, releaseAt: Date, now: Date): Standing {
  const rate = rushRate();
  const toRelease = releaseAt.getTime() - now.getTime();
  if (now.getTime() >= releaseAt.getTime() + overMs) return { state: 'none', ...nowhere, askAgainMs: 60_000 };
  if (!isOpen(releaseAt, now)) return { state: 'early', ...nowhere, askAgainMs: 60_000 };
  if (!pass) {
    const isFree = toRelease <= 0 && !isLine(line, releaseAt, now, rate);
    return { state: isFree ? 'none' : 'open', ...nowhere, askAgainMs: 20_000 };
  }
  const place = placeOf(sealing.hash, pass, line);
  // all asking in the second of the release would be the very rush that this prevents
  const spread = Math.min(20_000, (line.before / rate) * 100) * Math.min(1, place / Math.max(1, line.before));
  if (toRelease > 0)
    return { state: 'before', ...nowhere, askAgainMs: Math.round(Math.min(30_000, toRelease + 300 + spread)) };
  const turnFrom = turnAt(place, releaseAt, rate);
  const toTurn = turnFrom.getTime() - now.getTime();
  if (toTurn <= 0) return { state: 'turn', place, ahead: 0, turnFrom, turnTo: turnFrom, askAgainMs: 1000 };
  // the page asks again at its turn, or every fifteen seconds; times are read to the minute
  const turnTo = new Date(turnFrom.getTime() + 60_000);
  return {
    state: 'waiting',
    place,
    ahead: aheadOf(place, releaseAt, now, rate),
    turnFrom,
    turnTo,
    askAgainMs: Math.round(Math.max(1000, Math.min(15_000, toTurn + 200))),
  };
}
