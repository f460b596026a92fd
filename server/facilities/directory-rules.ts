import { createHash } from 'node:crypto';

/** Our id of a doctor that a hospital's system names: its own id where that is short enough to be seen in a URL. */
export function practitionerIdOf(facilityId: string, hisId: string): string {
  const plain = `${facilityId}.${hisId}`;
  return plain.length <= 60 ? plain : `${facilityId}.${createHash('sha256').update(hisId).digest('hex').slice(0, 32)}`;
}

/**
 * Ids for departments of a hospital: `<facility>:<code>`, and `<facility>:<code>-2` … where the hospital has
 * several clinics under one catalogue code. A department keeps the id it has; one seeded without a
 * hospital's id is adopted.
 */
export function departmentIds<T extends { hisId: string; catalogCode: string }>(
  facilityId: string,
  known: { id: string; hisId: string | null }[],
  given: T[],
): (T & { id: string })[] {
  const holder = new Map(known.map((d) => [d.id, d.hisId]));
  const idOf = new Map(known.flatMap((d) => (d.hisId ? [[d.hisId, d.id] as const] : [])));
  return given.map((one) => {
    const base = `${facilityId}:${one.catalogCode}`;
    const has = idOf.get(one.hisId);
    if (has === base || has?.startsWith(`${base}-`)) return { ...one, id: has };
    let id = base;
    for (let n = 2; holder.get(id); n += 1) id = `${base}-${n}`;
    holder.set(id, one.hisId);
    idOf.set(one.hisId, id);
    return { ...one, id };
  });
}
