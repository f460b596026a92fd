import { z } from 'zod';
import { fromPractitioner, type PractitionerValue, type Sex } from './practitioner.ts';
import {
  type FhirResource,
  readAs,
  reference,
  referencedId,
  resourceSchema,
  UnreadableResource,
  versionOf,
} from './resource.ts';

/** A doctor in a department. */
export type PractitionerRoleValue = {
  hisId: string;
  version: string;
  practitionerHisId: string;
  practitionerName: string;
  title: string;
  sex: Sex;
  skills: string;
  departmentHisId: string;
  active: boolean;
};

const schema = resourceSchema('PractitionerRole', {
  active: z.boolean().optional(),
  practitioner: reference,
  healthcareService: z.array(reference).optional(),
});

/** `practitioners` by hospital id; without an entry the name is taken from the reference, and the rest stays empty. */
export function fromPractitionerRole(
  resource: unknown,
  practitioners: ReadonlyMap<string, PractitionerValue>,
): PractitionerRoleValue {
  const read = readAs(schema, resource);
  const practitionerHisId = referencedId('Practitioner', read.practitioner.reference);
  if (!practitionerHisId) throw new UnreadableResource('practitioner: not a reference to a Practitioner');
  const departmentHisId = referencedId('HealthcareService', read.healthcareService?.[0]?.reference);
  if (!departmentHisId) throw new UnreadableResource('healthcareService: no reference to a HealthcareService');
  const person = practitioners.get(practitionerHisId);
  const practitionerName = person?.name ?? read.practitioner.display ?? '';
  if (!practitionerName) throw new UnreadableResource('practitioner: unknown and without display');
  return {
    hisId: read.id,
    version: versionOf(read),
    practitionerHisId,
    practitionerName,
    title: person?.title ?? '',
    sex: person?.sex ?? 'unknown',
    skills: person?.skills ?? '',
    departmentHisId,
    active: read.active ?? true,
  };
}

/** The practitioners among the resources of a page (`_include=PractitionerRole:practitioner`), unreadable ones left out. */
export function practitionersOf(resources: readonly FhirResource[]): Map<string, PractitionerValue> {
  const found = new Map<string, PractitionerValue>();
  for (const resource of resources) {
    if (resource.resourceType !== 'Practitioner') continue;
    try {
      const value = fromPractitioner(resource);
      found.set(value.hisId, value);
    } catch (error) {
      if (!(error instanceof UnreadableResource)) throw error;
    }
  }
  return found;
}

export function toPractitionerRole(value: PractitionerRoleValue): FhirResource {
  return {
    resourceType: 'PractitionerRole',
    id: value.hisId,
    meta: { versionId: value.version },
    active: value.active,
    practitioner: { reference: `Practitioner/${value.practitionerHisId}`, display: value.practitionerName },
    healthcareService: [{ reference: `HealthcareService/${value.departmentHisId}` }],
  };
}
