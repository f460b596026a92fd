import { z } from 'zod';
import type { ContextOf } from '../../kernel/context.ts';
import { refused } from '../../kernel/errors.ts';
import { type Consent, consent } from '../schema/proxy.ts';

/** Long enough to find a doctor together, short enough that an abandoned screen opens nothing (our proposal, 2026). */
export const askMinutes = 30;

type Desk = Pick<ContextOf<'staff'>, 'actor' | 'clock' | 'sealing'>;
export type Ask = { residentId: string; consent: Consent; until: Date };

const sealed = z.object({
  r: z.uuid(),
  c: consent,
  t: z.coerce.date(),
  by: z.string(),
  at: z.string(),
});

/**
 * Proof that this person asked this member of staff: sealed, so it carries no readable id and cannot be made up,
 * and it needs no row, so nothing is left to clean up when the person walks away.
 */
export function sealAsk({ actor, clock, sealing }: Desk, residentId: string, how: Consent) {
  const until = new Date(clock.now().getTime() + askMinutes * 60_000);
  const content: z.input<typeof sealed> = {
    r: residentId,
    c: how,
    t: until,
    by: actor.accountId,
    at: actor.facilityId,
  };
  return { ask: sealing.seal(JSON.stringify({ use: 'proxy', ...content })), until };
}

/** Whose wish this is. Throws proxy-ask-over when it is another's, made up, or past its time. */
export function openAsk({ actor, clock, sealing }: Desk, ask: string): Ask {
  const found = z
    .object({ use: z.literal('proxy') })
    .and(sealed)
    .safeParse(read(sealing, ask));
  const over = refused('proxy-ask-over', { params: { minutes: askMinutes } });
  if (!found.success) throw over;
  const { r, c, t, by, at } = found.data;
  if (by !== actor.accountId || at !== actor.facilityId || t <= clock.now()) throw over;
  return { residentId: r, consent: c, until: t };
}

function read(sealing: Desk['sealing'], ask: string): unknown {
  try {
    return JSON.parse(sealing.open(ask));
  } catch {
    return null;
  }
}
