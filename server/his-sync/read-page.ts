import { type FhirResource, UnreadableResource } from '#fhir/resources/resource.ts';
import { isNewer, type Stamp } from '../records/rules.ts';
import { type Reject, rejectOf } from './record-rejects.ts';

export type PageOf<T> = { values: T[]; ids: string[]; rejects: Reject[] };

/** Reads the resources of one type with `from`; what cannot be read is set aside with its reason. */
export function readPage<T extends { hisId: string }>(
  resources: FhirResource[],
  type: string,
  from: (r: FhirResource) => T,
): PageOf<T> {
  const page: PageOf<T> = { values: [], ids: [], rejects: [] };
  for (const resource of resources) {
    if (resource.resourceType !== type) continue;
    try {
      const value = from(resource);
      page.values.push(value);
      page.ids.push(value.hisId);
    } catch (error) {
      if (!(error instanceof UnreadableResource)) throw error;
      page.rejects.push(rejectOf(resource, error.reason));
    }
  }
  return page;
}

/** Values that fit nowhere become rejects of the resources they were read from. */
export function misfitRejects(resources: FhirResource[], misfits: { hisId: string; reason: string }[]): Reject[] {
  const reasons = new Map(misfits.map((m) => [m.hisId, m.reason]));
  return resources.flatMap((resource) => {
    const reason = reasons.get(String(resource.id));
    return reason ? [rejectOf(resource, reason)] : [];
  });
}

/** The latest version of each of these ids; a resource without a stamp counts as written now. */
export function stampsOf(resources: readonly FhirResource[], ids: readonly string[]): Map<string, Stamp> {
  const wanted = new Set(ids);
  const latest = new Map<string, Stamp>();
  for (const { id, meta } of resources) {
    if (!wanted.has(String(id))) continue;
    const { versionId, lastUpdated } = (meta ?? {}) as { versionId?: unknown; lastUpdated?: unknown };
    const at = Date.parse(String(lastUpdated));
    const stamp = {
      version: String(versionId ?? lastUpdated ?? '-'),
      updated: new Date(Number.isNaN(at) ? Date.now() : at),
    };
    const before = latest.get(String(id));
    if (!before || isNewer(stamp, before)) latest.set(String(id), stamp);
  }
  return latest;
}

/** The hospital's latest stamp among these resources, or null. */
export function newestStamp(resources: FhirResource[]): Date | null {
  let newest = 0;
  for (const resource of resources) {
    const at = Date.parse(String((resource.meta as { lastUpdated?: unknown } | undefined)?.lastUpdated));
    if (at > newest) newest = at;
  }
  return newest > 0 ? new Date(newest) : null;
}
