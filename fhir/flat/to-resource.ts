import { keepExactText } from '../client/exact-text.ts';
import { numberAsWritten } from '../documents/exact-json.ts';
import type { FhirResource } from '../resources/resource.ts';
import { systems } from '../systems.ts';
import { documentKinds } from './column.ts';
import type { Kind } from './kinds.ts';
import { type FlatRow, instantOf, type Values } from './read-row.ts';

type Item = Record<string, unknown>;
const hl7 = 'http://terminology.hl7.org/CodeSystem';

/** The resource that a row says, stamped with the row's own time of change; decimals stay as they were written. */
export function toResource({ name, type }: Kind, { id, updated, values }: FlatRow): FhirResource {
  const said = { resourceType: type, id, meta: { lastUpdated: updated }, ...(makers[name] as Maker)(values) };
  const text = JSON.stringify(said);
  const resource = JSON.parse(text) as FhirResource;
  keepExactText(resource, text);
  return resource;
}

type Maker = (values: Values) => Item;

/** An element that is there only if something was written. */
const some = (name: string, written: string, value: (written: string) => unknown = (it) => it): Item =>
  written ? { [name]: value(written) } : {};
const coded = (system: string, code: string) => ({ coding: [{ system: `${hl7}/${system}`, code }] });
const words = (text: string) => ({ text });
const person = (values: Values, name = 'subject'): Item => ({
  [name]: { reference: `Patient/${values('patient_id')}` },
});
const visit = (values: Values): Item =>
  some('encounter', values('visit_id'), (id) => ({ reference: `Encounter/${id}` }));

const codeSystems: Readonly<Record<string, string>> = {
  loinc: systems.loinc,
  icd10: systems.icd10,
  icd10China: systems.icd10China,
};
/** What the thing is: its name, and its code in whatever system it was said to be. */
function concept(values: Values): Item {
  const system = codeSystems[values('code_kind')] ?? systems.local;
  const coding = (code: string) => [{ system, code, display: values('title') }];
  return { ...some('coding', values('code'), coding), text: values('title') };
}

const makers: Readonly<Record<string, Maker>> = {
  patients: (v) => ({
    ...some('identifier', v('id_number'), (value) => [{ system: systems.idNumber, value }]),
    active: true,
    name: [{ use: 'official', text: v('name') }],
    ...some('telecom', v('phone'), (value) => [{ system: 'phone', value }]),
    gender: v('sex'),
    birthDate: v('birth_date'),
    ...some('address', v('address'), (text) => [{ text }]),
  }),
  visits: (v) => ({
    status: v('visit_kind') === 'IMP' && !v('ended') ? 'in-progress' : 'finished',
    class: { system: `${hl7}/v3-ActCode`, code: v('visit_kind') },
    ...person(v),
    ...some('serviceType', v('department'), words),
    ...some('reasonCode', v('reason'), (text) => [{ text }]),
    period: { start: v('started'), ...some('end', v('ended')) },
  }),
  diagnoses: (v) => ({
    clinicalStatus: coded('condition-clinical', v('status') || 'active'),
    verificationStatus: coded('condition-ver-status', 'confirmed'),
    code: concept(v),
    ...person(v),
    ...visit(v),
    recordedDate: v('diagnosed'),
  }),
  results: (v) => ({
    status: 'final',
    category: [coded('observation-category', v('category') || 'laboratory')],
    code: concept(v),
    ...person(v),
    ...visit(v),
    effectiveDateTime: v('measured'),
    ...resultOf(v),
    ...some('interpretation', v('flag'), (code) => [coded('v3-ObservationInterpretation', code)]),
    ...some('referenceRange', v('low') || v('high'), () => [
      { ...some('low', v('low'), measure(v)), ...some('high', v('high'), measure(v)) },
    ]),
  }),
  prescriptions: (v) => ({
    status: v('status') || 'active',
    intent: 'order',
    medicationCodeableConcept: concept(v),
    ...person(v),
    ...visit(v),
    authoredOn: v('prescribed'),
    ...some('dosageInstruction', v('dose'), (text) => [{ text }]),
  }),
  allergies: (v) => ({
    clinicalStatus: coded('allergyintolerance-clinical', v('status') || 'active'),
    verificationStatus: coded('allergyintolerance-verification', 'confirmed'),
    ...some('criticality', v('severe')),
    code: concept(v),
    ...person(v, 'patient'),
    recordedDate: v('recorded'),
    ...some('reaction', v('reaction'), (text) => [{ manifestation: [{ text }] }]),
  }),
  vaccinations: (v) => ({
    status: 'completed',
    vaccineCode: concept(v),
    ...person(v, 'patient'),
    ...visit(v),
    occurrenceDateTime: v('given'),
    ...some('lotNumber', v('lot')),
  }),
  procedures: (v) => ({
    status: 'completed',
    code: concept(v),
    ...person(v),
    ...visit(v),
    performedDateTime: v('performed'),
  }),
  reports: (v) => ({
    status: 'final',
    code: concept(v),
    ...person(v),
    ...visit(v),
    effectiveDateTime: v('reported'),
    ...some('result', v('result_ids'), (ids) => ids.split(';').map((id) => ({ reference: `Observation/${id}` }))),
    ...some('conclusion', v('conclusion')),
  }),
  documents: (v) => ({
    status: 'current',
    docStatus: 'final',
    type: documentType(v),
    ...person(v),
    date: instantOf(v('written')),
    content: [{ attachment: { contentType: 'text/plain', title: v('title'), data: base64(v('content')) } }],
    ...some('context', v('visit_id'), (id) => ({ encounter: [{ reference: `Encounter/${id}` }] })),
  }),
};

function documentType(v: Values): Item {
  const code = v('document_kind');
  const [kind] = documentKinds.filter((one) => one.code === code && code !== 'other');
  return { ...(kind ? { coding: [{ system: systems.loinc, code, display: kind.en }] } : {}), text: v('title') };
}

/** Words only: whatever markup they hold is shown as it was typed. */
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const measure = (v: Values) => (value: string) => ({ value: numberAsWritten(value), ...some('unit', v('unit')) });

/** A number with its bound, or words. */
function resultOf(v: Values): Item {
  const [, comparator = '', value = ''] = /^([<>]=?)?(-?\d+(?:\.\d+)?)$/.exec(v('value')) ?? [];
  if (!value) return { valueString: v('value') };
  return { valueQuantity: { ...measure(v)(value), ...some('comparator', comparator) } };
}
