import { z } from 'zod';
import { type FhirResource, readAs, resourceSchema, versionOf } from './resource.ts';

export type OrganizationValue = { hisId: string; version: string; name: string };

const schema = resourceSchema('Organization', { name: z.string().min(1) });

export function fromOrganization(resource: unknown): OrganizationValue {
  const read = readAs(schema, resource);
  return { hisId: read.id, version: versionOf(read), name: read.name };
}

export function toOrganization(value: OrganizationValue): FhirResource {
  return {
    resourceType: 'Organization',
    id: value.hisId,
    meta: { versionId: value.version },
    active: true,
    name: value.name,
  };
}
