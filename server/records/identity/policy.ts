import type { Actor, ContextOf } from '../../kernel/context.ts';
import { notFound, refused } from '../../kernel/errors.ts';

/** Registration desk and management of the hospital itself, and officials of its area. */
export type Reviewing = ContextOf<'staff'> | ContextOf<'official'>;
const reviewers = ['desk', 'manager'];

/** Which cases an actor reaches: of one hospital, or of an area. */
export function reachOf(actor: Reviewing['actor']): { facilityId: string | null; regionPath: string } {
  if (actor.kind === 'staff') return { facilityId: actor.facilityId, regionPath: '' };
  // an account without an area reaches nothing
  return { facilityId: null, regionPath: actor.regionPath || '-' };
}

/** The hospitals of a case: whose patient it is about, and where the other one is another patient's, that one's too. */
export type Sides = {
  facilityId: string;
  otherFacilityId: string | null;
  regionPath: string;
  otherRegionPath: string | null;
};
export const sideColumns = `v.facility_id as "facilityId", v.other_facility_id as "otherFacilityId",
  v.region_path as "regionPath", v.other_region_path as "otherRegionPath"`;
/** A case by the hospital through which it is reached, and its id. */
export const isCase = '(v.facility_id = $1 or v.other_facility_id = $1) and v.id = $2';

/** Throws unless the actor may judge this case; elsewhere nothing is found. */
export function requireReviewer(actor: Actor, sides: Sides): void {
  if (actor.kind === 'staff' && [sides.facilityId, sides.otherFacilityId].includes(actor.facilityId)) {
    if (actor.roles.some((role) => reviewers.includes(role))) return;
    throw refused('role-needed', { params: { roles: reviewers.join(',') } });
  }
  const paths = [sides.regionPath, sides.otherRegionPath ?? ''];
  const own = actor.kind === 'official' && actor.regionPath;
  if (!own || !paths.some((path) => path.startsWith(own))) throw notFound('identity-case');
}
