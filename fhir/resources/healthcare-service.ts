import { z } from 'zod';
import { systems } from '../systems.ts';
import {
  codeIn,
  concept,
  type FhirResource,
  readAs,
  resourceSchema,
  UnreadableResource,
  versionOf,
} from './resource.ts';

/** A department; `catalogCode` is the national 诊疗科目 code. */
export type HealthcareServiceValue = {
  hisId: string;
  version: string;
  catalogCode: string;
  name: string;
  place: string;
};

const schema = resourceSchema('HealthcareService', {
  name: z.string().min(1),
  type: z.array(concept).optional(),
  specialty: z.array(concept).optional(),
  comment: z.string().optional(),
});

export function fromHealthcareService(resource: unknown): HealthcareServiceValue {
  const read = readAs(schema, resource);
  const subject = codeIn(systems.treatmentSubject, [...(read.specialty ?? []), ...(read.type ?? [])]);
  if (!subject?.code) throw new UnreadableResource('specialty: no code of the national catalogue');
  if (!/^\d{2}(\.\d{2}){0,2}$/.test(subject.code)) throw new UnreadableResource('specialty: not a catalogue code');
  return {
    hisId: read.id,
    version: versionOf(read),
    catalogCode: subject.code,
    name: read.name,
    place: read.comment ?? '',
  };
}

export function toHealthcareService(value: HealthcareServiceValue): FhirResource {
  return {
    resourceType: 'HealthcareService',
    id: value.hisId,
    meta: { versionId: value.version },
    active: true,
    name: value.name,
    specialty: [{ coding: [{ system: systems.treatmentSubject, code: value.catalogCode }], text: value.name }],
    ...(value.place ? { comment: value.place } : {}),
  };
}
