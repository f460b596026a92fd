import type { Refusal } from '../kernel/errors.ts';

export type DrawStatus = 'intake' | 'closed' | 'drawn' | 'void';
/** What a person is told of a draw: before, while requests are taken, while numbers are given, and after. */
export type DrawPhase = 'coming' | 'open' | 'drawing' | 'drawn' | 'void';

/** Reason of a lost request whose person waits in the order drawn; without it they may join the line themselves. */
export const waitsNow = 'waits';

export type DrawTimes = { status: DrawStatus; opensAt: Date; closesAt: Date };

export function phaseOf(draw: DrawTimes, now: Date): DrawPhase {
  if (draw.status === 'drawn' || draw.status === 'void') return draw.status;
  if (draw.status === 'closed' || now >= draw.closesAt) return 'drawing';
  return now < draw.opensAt ? 'coming' : 'open';
}

/** Why no request can be entered or withdrawn at `now`; null when it can. */
export function intakeRefusal(draw: DrawTimes, sessionStatus: string, now: Date): Refusal | null {
  if (draw.status === 'void' || sessionStatus === 'suspended') return { rule: 'stopped' };
  if (sessionStatus === 'halted') return { rule: 'halted' };
  const phase = phaseOf(draw, now);
  if (phase === 'coming') return { rule: 'draw-not-open', nextAt: draw.opensAt };
  if (phase !== 'open') return { rule: 'draw-closed', params: { closedAt: draw.closesAt.toISOString() } };
  return null;
}

/** The lowest seat not taken, or null: a person has so many undecided requests at a time and no more. */
export function openSeat(taken: number[], max: number): number | null {
  for (let seat = 1; seat <= max; seat += 1) if (!taken.includes(seat)) return seat;
  return null;
}
