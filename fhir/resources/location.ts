import { z } from 'zod';
import { type FhirResource, readAs, resourceSchema, versionOf } from './resource.ts';

/** `place` is building, floor and room as a person would say it. */
export type LocationValue = { hisId: string; version: string; name: string; place: string };

const schema = resourceSchema('Location', { name: z.string().min(1), description: z.string().optional() });

export function fromLocation(resource: unknown): LocationValue {
  const read = readAs(schema, resource);
  return { hisId: read.id, version: versionOf(read), name: read.name, place: read.description ?? '' };
}

export function toLocation(value: LocationValue): FhirResource {
  return {
    resourceType: 'Location',
    id: value.hisId,
    meta: { versionId: value.version },
    status: 'active',
    name: value.name,
    ...(value.place ? { description: value.place } : {}),
  };
}
