import type { Context } from '../kernel/context.ts';
import { Fault } from '../kernel/errors.ts';
import { hasLines, readLine, releaseOf, rushRate } from './lines.ts';
import { isLine, isOpen, openPass, placeOf, turnAt } from './rules.ts';

type Wanted = { facilityId: string; sessionId: string; pass?: string | null | undefined };

/**
 * The refusal of who books before their turn, or null: no line, no release near, or their turn has come. Without a
 * pass one has to join first: whoever calls the booking straight at the instant wins nothing.
 */
export async function refuseBeforeTurn(
  ctx: Pick<Context, 'db' | 'clock' | 'sealing'>,
  residentId: string | null,
  { facilityId, sessionId, pass }: Wanted,
): Promise<Fault | null> {
  const now = ctx.clock.now();
  if (!(await hasLines(ctx.db, now))) return null;
  const releaseAt = await releaseOf(ctx.db, { facilityId, sessionId });
  if (!releaseAt || now < releaseAt || !isOpen(releaseAt, now)) return null;
  const line = await readLine(ctx.db, releaseAt, now);
  const rate = rushRate();
  if (!isLine(line, releaseAt, now, rate)) return null;
  const held = residentId ? openPass(ctx.sealing.hash, pass, { releaseAt, residentId }) : null;
  if (!held) {
    const rule = 'join-line';
    return new Fault('busy', {
      rule,
      params: { people: line.before + line.after },
      nextAt: new Date(now.getTime() + 1000),
    });
  }
  const place = placeOf(ctx.sealing.hash, held, line);
  const nextAt = turnAt(place, releaseAt, rate);
  return nextAt <= now ? null : new Fault('busy', { rule: 'wait-turn', params: { place }, nextAt });
}
