import { type FhirResource, referencedId, UnreadableResource } from '../resource.ts';
import { checkResource } from './checks.ts';
import { type Coding, codingsOf, textOf, valuesAt } from './elements.ts';
import { type SearchValues, searchValuesOf } from './search-values.ts';
import { type ClinicalShape, type ClinicalType, clinicalShapes, isClinicalType } from './shapes.ts';
import { type Span, spanOfElement } from './when.ts';

/** One resource of a person's record, read so far as finding and ordering it needs; the rest stays in its text. */
export type ClinicalValue = {
  type: ClinicalType;
  hisId: string;
  version: string;
  /** ISO instant by the hospital's clock. */
  lastUpdated: string;
  /** The hospital's own ids. */
  patientHisId: string;
  encounterHisId: string | null;
  span: Span;
  /** The hospital's first coding and all of them, and what it calls the thing. */
  code: Coding | null;
  codings: Coding[];
  title: string;
  status: string;
} & SearchValues;

/** Reads any type of the record; throws UnreadableResource with the element at fault. */
export function fromClinical(resource: FhirResource): ClinicalValue {
  const { resourceType: type } = resource;
  if (!isClinicalType(type)) throw new UnreadableResource('resourceType: not part of a record');
  checkResource(resource);
  const shape: ClinicalShape = clinicalShapes[type];
  const concept = shape.code ? valuesAt(resource, shape.code)[0] : undefined;
  const codings = codingsOf(concept);
  const code = codings[0] ?? null;
  const span = shape.when.map((path) => spanOfElement(valuesAt(resource, path)[0])).find((one) => one !== null);
  return {
    type,
    hisId: String(resource.id),
    ...stampOf(resource),
    patientHisId: type === 'Patient' ? String(resource.id) : personOf(resource, shape.person),
    encounterHisId: shape.encounter ? referenceAt(resource, shape.encounter, 'Encounter') : null,
    span: span ?? { from: null, to: null },
    code,
    codings,
    // a plan has no code but a title of its own
    title: textOf((concept as { text?: unknown } | undefined)?.text) || code?.display || textOf(resource.title),
    status: shape.status ? (codingsOf(valuesAt(resource, shape.status)[0])[0]?.code ?? '') : '',
    ...searchValuesOf(resource, type),
  };
}

function stampOf(resource: FhirResource): { version: string; lastUpdated: string } {
  const { versionId, lastUpdated } = (resource.meta ?? {}) as { versionId?: unknown; lastUpdated?: unknown };
  const at = Date.parse(textOf(lastUpdated));
  if (Number.isNaN(at)) throw new UnreadableResource('meta.lastUpdated: missing');
  return { version: textOf(versionId) || String(at), lastUpdated: new Date(at).toISOString() };
}

function referenceAt(resource: FhirResource, path: string, type: string): string | null {
  const found = valuesAt(resource, `${path}.reference`)[0];
  return referencedId(type, textOf(found));
}

function personOf(resource: FhirResource, path: string): string {
  const id = referenceAt(resource, path, 'Patient');
  if (!id) throw new UnreadableResource(`${path}: not a reference to a Patient`);
  return id;
}
