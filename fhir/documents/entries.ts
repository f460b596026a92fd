import { isClinicalType } from '../resources/clinical/shapes.ts';
import { systems } from '../systems.ts';
import { type ExactResource, isElement, parseExact } from './exact-json.ts';
import { type Frame, type Kept, urlOf } from './kept.ts';
import { type Locate, pointInside } from './point-inside.ts';

export type BundleEntry = { fullUrl: string; resource: ExactResource };

export const entryOf = (id: string, resource: ExactResource): BundleEntry => {
  const { resourceType, ...rest } = resource;
  return { fullUrl: urlOf(id), resource: { resourceType, id, ...rest } };
};

/** The person as the platform knows them: the number only with its middle hidden. */
export const patientEntry = ({ person }: Frame): BundleEntry =>
  entryOf(person.id, {
    resourceType: 'Patient',
    identifier: [{ system: systems.maskedId, value: person.idMasked }],
    name: [{ use: 'official', text: person.name }],
    gender: person.sex,
    birthDate: person.birthDate,
  });

/** The hospital that wrote an entry. */
export const facilityEntry = ({ facilities, idOf }: Frame, facilityId: string): BundleEntry =>
  entryOf(idOf(facilityId, 'Organization', facilityId), {
    resourceType: 'Organization',
    identifier: [{ system: systems.facility, value: facilityId }],
    name: facilities.get(facilityId) ?? facilityId,
  });

/**
 * An entry as it stands in a file: every element as received and decimals as printed; references lead inside, the id is
 * ours, `meta.source` says whose and which it was.
 */
export function keptEntry(kept: Kept, frame: Frame): BundleEntry {
  const { id: _theirs, meta, ...told } = parseExact(kept.body);
  const source = `${systems.facility}/${kept.facilityId}#${kept.type}-${kept.sourceId}`;
  const pointed = pointInside(told, locateIn(kept, frame));
  const resource = { resourceType: kept.type, meta: { ...(isElement(meta) ? meta : {}), source }, ...pointed };
  return entryOf(kept.id, resource);
}

/** Entries of one hospital name each other by its ids; its patient is the person. */
function locateIn({ facilityId, sourcePatient }: Kept, { person, idOf, holds }: Frame): Locate {
  return (type, sourceId) => {
    if (type === 'Patient') return sourceId === sourcePatient ? { url: urlOf(person.id) } : 'absent';
    if (!isClinicalType(type)) return 'outside';
    const id = idOf(facilityId, type, sourceId);
    return holds.has(id) ? { url: urlOf(id) } : 'absent';
  };
}
