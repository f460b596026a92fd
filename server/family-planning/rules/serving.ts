import { isAbout, isGiven, type Rights } from '../../consents/rules.ts';

export type Enrolment = {
  facilityId: string;
  facilityName: string;
  regionPath: string;
  said: 'online' | 'in-person' | 'by-phone';
  migrant: boolean;
  startedAt: Date;
};
type Worker = { accountId: string; facilityId: string; name: string };
export type Place = { kind: 'hospital' | 'township_centre' | 'village_clinic'; regionPath: string };
/** What of a person's family planning is open to one worker. */
export type Serving = {
  readonly enrolment: Enrolment;
  /** Facilities whose entries show; null: all of them. */
  readonly books: readonly string[] | null;
};

/**
 * The one decision about the sheet: the person has said that this facility serves them, or a village clinic of the
 * township centre's area. What other facilities wrote shows only by the person's word on this topic (decision 0024).
 */
export function servingFor(
  worker: Worker,
  place: Place,
  enrolments: readonly Enrolment[],
  rights: Rights,
): Serving | { rule: string } | null {
  const own = enrolments.find((one) => one.facilityId === worker.facilityId);
  const below =
    place.kind === 'township_centre' ? enrolments.filter((one) => one.regionPath.startsWith(place.regionPath)) : [];
  const enrolment = own ?? below[0];
  if (!enrolment) return null;
  if (rights.denials.some((denial) => isAbout(denial, worker))) return { rule: 'record-closed' };
  const shut = rights.denials.some((one) => one.kind === 'facility' && one.facilityId === worker.facilityId);
  if (!shut && isGiven(rights, 'treatment', 'family_planning')) return { enrolment, books: null };
  return { enrolment, books: [...new Set([worker.facilityId, ...below.map((one) => one.facilityId)])] };
}
