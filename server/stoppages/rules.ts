import type { Outcome } from './schema.ts';

/** One stoppage covers at most so many days (our proposal, 2026): a longer absence is a change of the weekly plan. */
export const longestDays = 31;
/** People told and offered a number in one transaction: short enough that nobody waits for its locks. */
export const placedAtOnce = 20;

export type Standing = {
  /** A new number stands, accepted or booked by hand. */
  placed: boolean;
  /** State of the newest offer. */
  offer: 'open' | 'accepted' | 'declined' | 'lapsed' | null;
  /** What was learned at the last call. */
  call: 'no-answer' | 'thinking' | 'gives-up' | null;
};

/** Where somebody stands who lost a number. An accepted offer without an appointment was given back again. */
export function outcomeOf({ placed, offer, call }: Standing): Outcome {
  if (placed) return 'placed';
  if (offer === 'open') return 'offered';
  if (call === 'gives-up') return 'gives-up';
  return offer === 'accepted' ? 'declined' : (offer ?? 'none');
}

/** Those for whom staff still have something to do. */
export const isUnplaced = (outcome: Outcome): boolean =>
  outcome === 'declined' || outcome === 'lapsed' || outcome === 'none';
