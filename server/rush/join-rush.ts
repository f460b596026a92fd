import type { z } from 'zod';
import type { ContextOf } from '../kernel/context.ts';
import { notFound, refused } from '../kernel/errors.ts';
import { joinLine } from './lines.ts';
import { getRelease } from './queries.ts';
import { isOpen, openPass, opensMs, overMs, sealPass, withPass } from './rules.ts';
import type { joinOutput, rushInput } from './schema.ts';

/**
 * Gives the person a pass for one release. Who holds one gets the same again, so that reloading costs nothing and
 * wins nothing. No row names the person: the line is two numbers, hence no audit row either.
 */
export async function joinRush(
  ctx: ContextOf<'resident'>,
  input: z.infer<typeof rushInput>,
): Promise<z.infer<typeof joinOutput>> {
  const { residentId } = ctx.actor;
  if (!residentId) throw refused('register-first');
  const releaseAt = await getRelease(ctx, input);
  if (!releaseAt) throw notFound('session');
  const now = ctx.clock.now();
  const keepUntil = new Date(releaseAt.getTime() + overMs);
  if (now >= keepUntil) throw refused('rush-over');
  if (!isOpen(releaseAt, now)) throw refused('rush-early', { nextAt: new Date(releaseAt.getTime() - opensMs) });
  if (input.pass && openPass(ctx.sealing.hash, input.pass, { releaseAt, residentId })) {
    return { pass: input.pass, keepUntil };
  }
  const isBefore = now < releaseAt;
  const line = await joinLine(ctx.db, releaseAt, isBefore);
  const pass = sealPass(ctx.sealing.hash, { releaseAt, residentId, number: isBefore ? 0 : line.after });
  return { pass: withPass(input.pass, pass), keepUntil };
}
