import type { FlagKind } from './schema.ts';

/**
 * From when on something is shown to people (A32; our proposal, 2026). None of it blocks by itself: a carrier's address stands
 * for thousands of phones, and a busy minute may be a worried parent.
 */
export const flagRules = {
  /** Residents' accounts at one address within two days. */
  accountsAtAddress: 20,
  /** People one account booked for within thirty days; a family and some neighbours are fewer. */
  peopleOfAccount: 8,
  /** Actions of one account in one minute. */
  actionsAMinute: 100,
  /** Numbers that one account gave back and another took within `handOverMinutes`, in thirty days. */
  handOvers: 2,
  handOverMinutes: 15,
  days: 30,
} as const;

/** Below this an account is nowhere near a busy minute, and its actions are not kept. */
export const busyLeast = 20;

const thresholds: Record<FlagKind, number> = {
  'many-accounts': flagRules.accountsAtAddress,
  'many-people': flagRules.peopleOfAccount,
  'many-actions': flagRules.actionsAMinute,
  'hand-over': flagRules.handOvers,
};
export const isWorthALook = (kind: FlagKind, count: number): boolean => count >= thresholds[kind];
