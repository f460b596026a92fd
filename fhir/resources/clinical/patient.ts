import { z } from 'zod';
import { systems } from '../../systems.ts';
import { type FhirResource, identifier, readAs, resourceSchema, UnreadableResource } from '../resource.ts';

/** Who a hospital says its patient is, as far as matching needs; every element may be missing or wrong. */
export type PatientValue = {
  hisId: string;
  active: boolean;
  name: string;
  /** Other names: maiden, in Latin letters, of the people they belong to. */
  otherNames: string[];
  sex: 'male' | 'female' | 'unknown';
  /** 'YYYY-MM-DD', or 'YYYY' where no more is known; '' when missing. */
  birthDate: string;
  idNumber: string;
  phones: string[];
  address: string;
  /** 1 for the first-born of several, 0 for an only one. */
  birthOrder: number | null;
  died: boolean;
  /** Contacts that the hospital calls mother, father or guardian, as it names them. */
  kin: string[];
};

const humanName = z.object({
  use: z.string().optional(),
  text: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string().nullable()).optional(),
});
const telecom = z.object({ system: z.string().optional(), value: z.string().optional() });
const schema = resourceSchema('Patient', {
  active: z.boolean().optional(),
  identifier: z.array(identifier).optional(),
  name: z.array(humanName).optional(),
  telecom: z.array(telecom).optional(),
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: z.string().optional(),
  multipleBirthBoolean: z.boolean().optional(),
  multipleBirthInteger: z.number().int().optional(),
  address: z.array(z.object({ text: z.string().optional(), line: z.array(z.string()).optional() })).optional(),
  contact: z.array(z.object({ name: humanName.optional() })).optional(),
});

const nameText = (name: z.infer<typeof humanName>): string =>
  (name.text ?? `${name.family ?? ''}${(name.given ?? []).join('')}`).trim();

export function fromPatient(resource: FhirResource): PatientValue {
  const read = readAs(schema, resource);
  const names = (read.name ?? []).map((one) => ({ use: one.use, text: nameText(one) })).filter((one) => one.text);
  const first = names.find((one) => one.use === 'official') ?? names[0];
  if (!first) throw new UnreadableResource('name: missing');
  const number = read.identifier?.find((one) => one.system === systems.idNumber)?.value ?? '';
  const place = read.address?.[0];
  return {
    hisId: read.id,
    active: read.active !== false,
    name: first.text,
    otherNames: names.filter((one) => one !== first).map((one) => one.text),
    sex: read.gender === 'male' || read.gender === 'female' ? read.gender : 'unknown',
    birthDate: /^\d{4}(?:-\d\d-\d\d)?/.exec(read.birthDate ?? '')?.[0] ?? '',
    idNumber: number.replace(/\s/g, '').toUpperCase(),
    phones: (read.telecom ?? []).flatMap((one) => (one.system === 'phone' && one.value ? [one.value] : [])),
    address: place?.text ?? place?.line?.join('') ?? '',
    birthOrder: read.multipleBirthInteger ?? (read.multipleBirthBoolean === false ? 0 : null),
    died: read.deceasedBoolean === true || read.deceasedDateTime !== undefined,
    kin: (read.contact ?? []).flatMap((one) => (one.name ? nameText(one.name) : [])),
  };
}
