import { codingsOf, valuesAt } from '../resources/clinical/elements.ts';
import { systems } from '../systems.ts';
import type { ExactResource } from './exact-json.ts';

/** A section of an International Patient Summary (hl7.fhir.uv.ips 2.0.0), with the LOINC code it is known by. */
export type Section = {
  code: string;
  display: string;
  title: string;
  /** Stands in the document also where nothing is known. */
  required?: true;
  takes: (resource: ExactResource) => boolean;
};

const has = (resource: ExactResource, path: string, codes: readonly string[]): boolean =>
  valuesAt(resource as never, path)
    .flatMap(codingsOf)
    .some((one) => codes.includes(one.code));
const is = (type: string) => (resource: ExactResource) => resource.resourceType === type;
const isPast = (resource: ExactResource) => has(resource, 'clinicalStatus', ['resolved', 'inactive', 'remission']);
const isVital = (resource: ExactResource) => has(resource, 'category', ['vital-signs']);

/** In the order a doctor who has never seen the person reads them; titles in both languages, since it is read abroad. */
export const sections: readonly Section[] = [
  {
    ...{ code: '48765-2', display: 'Allergies and adverse reactions Document', required: true },
    title: '过敏和不耐受 Allergies and intolerances',
    takes: is('AllergyIntolerance'),
  },
  {
    ...{ code: '10160-0', display: 'History of Medication use Narrative', required: true },
    title: '用药 Medication summary',
    takes: (one) => is('MedicationRequest')(one) || is('MedicationStatement')(one),
  },
  {
    ...{ code: '11450-4', display: 'Problem list - Reported', required: true },
    title: '病情 Problem list',
    takes: (one) => is('Condition')(one) && !isPast(one),
  },
  {
    ...{ code: '11369-6', display: 'History of Immunization note' },
    title: '接种 Immunizations',
    takes: is('Immunization'),
  },
  {
    ...{ code: '30954-2', display: 'Relevant diagnostic tests/laboratory data note' },
    title: '化验检查 Results',
    takes: (one) => is('DiagnosticReport')(one) || (is('Observation')(one) && !isVital(one)),
  },
  {
    ...{ code: '8716-3', display: 'Vital signs note' },
    title: '生命体征 Vital signs',
    takes: (one) => is('Observation')(one) && isVital(one),
  },
  {
    ...{ code: '47519-4', display: 'History of Procedures Document' },
    title: '手术和操作 History of procedures',
    takes: is('Procedure'),
  },
  {
    ...{ code: '11348-0', display: 'History of Past illness note' },
    title: '既往病情 Past problems',
    takes: (one) => is('Condition')(one) && isPast(one),
  },
  {
    ...{ code: '18776-5', display: 'Plan of care note' },
    title: '随访计划 Plan of care',
    takes: is('CarePlan'),
  },
  {
    ...{ code: '46240-8', display: 'History of Hospitalizations+Outpatient visits Narrative' },
    title: '就诊 Encounters',
    takes: is('Encounter'),
  },
];

export const concept = ({ code, display }: Pick<Section, 'code' | 'display'>) => ({
  coding: [{ system: systems.loinc, code, display }],
});
