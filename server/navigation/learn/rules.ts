import type { RuleState } from './schema.ts';

/** Which state may follow which (F11). What was live once stays readable for ever. */
const transitions: Record<RuleState, readonly RuleState[]> = {
  draft: ['proposed', 'withdrawn'],
  proposed: ['approved', 'draft'],
  approved: ['rolled-back'],
  withdrawn: [],
  'rolled-back': [],
};
export const canMove = (from: RuleState, to: RuleState): boolean => transitions[from].includes(to);

export type Possibility = { can: boolean; rule: string | null };
const possible: Possibility = { can: true, rule: null };
const impossible = (rule: string): Possibility => ({ can: false, rule });

/** What decides whether a version may be acted on. */
export type VersionFacts = {
  version: number;
  state: RuleState;
  shipped: boolean;
  authorId: string;
  proposedBy: string | null;
  liveFrom: Date | null;
  ends: boolean;
};

/** A new draft can be made unless one is waiting for its second person; a draft itself can be changed. */
export const canEdit = (newest: VersionFacts | undefined): Possibility =>
  newest?.state === 'proposed' ? impossible('guide-waits-for-second') : possible;

export const canPropose = (version: VersionFacts): Possibility =>
  canMove(version.state, 'proposed') ? possible : impossible('guide-not-draft');

/**
 * Two persons (design of this platform after common safety practice for clinical rules, 2026): whoever wrote
 * or proposed a version neither approves nor returns it.
 */
export function canDecide(version: VersionFacts, actorId: string): Possibility {
  if (!canMove(version.state, 'approved')) return impossible('guide-not-proposed');
  const own = version.authorId === actorId || version.proposedBy === actorId;
  return own ? impossible('guide-second-person') : possible;
}

/** One step back to the version before; what came with the program has none, and ends by a proposal instead. */
export function canRollBack(version: VersionFacts | undefined): Possibility {
  if (!version || !canMove(version.state, 'rolled-back')) return impossible('guide-not-live');
  return version.shipped ? impossible('guide-first-version') : possible;
}

/** The highest approved version whose time has come; one that ends the rule counts, as its end. */
export function liveVersion<T extends VersionFacts>(versions: readonly T[], at: Date): T | undefined {
  return versions
    .filter((v) => v.state === 'approved' && v.liveFrom !== null && v.liveFrom <= at)
    .reduce<T | undefined>((best, v) => (best && best.version > v.version ? best : v), undefined);
}

/** The highest approved version whose time is still to come, if it is newer than the live one. */
export function comingVersion<T extends VersionFacts>(versions: readonly T[], at: Date): T | undefined {
  const now = liveVersion(versions, at)?.version ?? 0;
  return versions
    .filter((v) => v.state === 'approved' && v.liveFrom !== null && v.liveFrom > at && v.version > now)
    .reduce<T | undefined>((best, v) => (best && best.version > v.version ? best : v), undefined);
}
