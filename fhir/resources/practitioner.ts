import { z } from 'zod';
import { extensions, systems } from '../systems.ts';
import {
  concept,
  extension,
  type FhirResource,
  readAs,
  resourceSchema,
  UnreadableResource,
  versionOf,
} from './resource.ts';

export type Sex = 'male' | 'female' | 'unknown';
export type PractitionerValue = {
  hisId: string;
  version: string;
  name: string;
  title: string;
  sex: Sex;
  skills: string;
};

const humanName = z.object({
  use: z.string().optional(),
  text: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string().nullable()).optional(),
});
const schema = resourceSchema('Practitioner', {
  name: z.array(humanName).min(1),
  gender: z.string().optional(),
  qualification: z.array(z.object({ code: concept })).optional(),
  extension: z.array(extension).optional(),
});

/** Chinese names are written family name first and without a space. */
function nameText(name: z.infer<typeof humanName>): string {
  return (name.text ?? `${name.family ?? ''}${(name.given ?? []).join('')}`).trim();
}

export function fromPractitioner(resource: unknown): PractitionerValue {
  const read = readAs(schema, resource);
  const named = read.name.find((one) => one.use === 'official') ?? read.name[0];
  const name = named ? nameText(named) : '';
  if (!name) throw new UnreadableResource('name: empty');
  const title = read.qualification?.map((one) => one.code.text ?? one.code.coding?.[0]?.display).find(Boolean);
  const skills = read.extension?.find((one) => one.url === extensions.skills)?.valueString;
  return {
    hisId: read.id,
    version: versionOf(read),
    name,
    title: title ?? '',
    sex: read.gender === 'male' || read.gender === 'female' ? read.gender : 'unknown',
    skills: typeof skills === 'string' ? skills : '',
  };
}

export function toPractitioner(value: PractitionerValue): FhirResource {
  const title = { coding: [{ system: systems.practitionerTitle, code: value.title }], text: value.title };
  return {
    resourceType: 'Practitioner',
    id: value.hisId,
    meta: { versionId: value.version },
    ...(value.skills ? { extension: [{ url: extensions.skills, valueString: value.skills }] } : {}),
    active: true,
    name: [{ use: 'official', text: value.name }],
    gender: value.sex,
    ...(value.title ? { qualification: [{ code: title }] } : {}),
  };
}
