import { valuesAt } from './clinical/elements.ts';
import { type ClinicalType, clinicalTypes } from './clinical/shapes.ts';
import type { FhirResource } from './resource.ts';

/** How a hospital can be asked about one patient: by `Patient/[id]/$everything`, or by searching these types. */
export type Offer = { everything: boolean; types: readonly ClinicalType[] };

type Kept = {
  type?: unknown;
  operation?: { name?: unknown; definition?: unknown }[];
  searchParam?: { name?: unknown }[];
};
const byPatient = clinicalTypes.filter((type) => type !== 'Patient');

/** Reads a capability statement; without one, or where it lists nothing of use, every type is worth a search. */
export function offerOf(statement: FhirResource | null): Offer {
  const kept = (statement ? valuesAt(statement, 'rest.resource') : []) as Kept[];
  const typed = new Map(kept.map((one) => [String(one.type), one]));
  const operations = [typed.get('Patient')?.operation].flat();
  const everything = operations.some(
    (one) => one?.name === 'everything' || /\/Patient-everything(\||$)/.test(String(one?.definition)),
  );
  const types = byPatient.filter((type) =>
    [typed.get(type)?.searchParam].flat().some((one) => one?.name === 'patient'),
  );
  return { everything, types: types.length > 0 ? types : byPatient };
}
