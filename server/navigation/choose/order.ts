/** A place on the ranked list: those that do not see the person come last, then by score, then by id. */
export type Place = { eligible: { can: boolean }; score: number; facilityId: string };
export type Position = { can: boolean; score: number; facilityId: string };

const positionOf = ({ eligible, score, facilityId }: Place): Position => ({ can: eligible.can, score, facilityId });

function compare(a: Position, b: Position): number {
  if (a.can !== b.can) return a.can ? -1 : 1;
  if (a.score !== b.score) return b.score - a.score;
  return a.facilityId < b.facilityId ? -1 : a.facilityId > b.facilityId ? 1 : 0;
}

export const inOrder = (a: Place, b: Place): number => compare(positionOf(a), positionOf(b));
/** What comes after a position; all of it when there is none. */
export const after =
  (position: Position | null) =>
  (place: Place): boolean =>
    position === null || compare(positionOf(place), position) > 0;

/** Opaque to callers; a page that moved meanwhile neither repeats nor skips what stayed. */
export const toCursor = ({ eligible, score, facilityId }: Place): string =>
  `${Number(eligible.can)}_${score}_${facilityId}`;
export function fromCursor(cursor: string | null | undefined): Position | null {
  const found = /^([01])_(\d{1,3}(?:\.\d{1,2})?)_(\w{1,20})$/.exec(cursor ?? '');
  return found?.[3] ? { can: found[1] === '1', score: Number(found[2]), facilityId: found[3] } : null;
}
