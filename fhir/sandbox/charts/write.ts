import type { FhirResource } from '../../resources/resource.ts';
import { systems } from '../../systems.ts';
import type { Measure } from './illnesses.ts';

const hl7 = 'http://terminology.hl7.org/CodeSystem';
export const iso = (ms: number): string => new Date(ms).toISOString();

/** A JSON number with the decimals the laboratory printed: 5.60 stays 5.60. */
type RawJson = { rawJSON(text: string): number };
export const printed = (value: number, decimals: number): number =>
  (JSON as unknown as RawJson).rawJSON(value.toFixed(decimals));

export const coded = (system: string, code: string, display: string) => ({
  coding: [{ system, code, display }],
  text: display,
});
export const diagnosis = (icd: string, name: string) => coded(systems.icd10, icd, name);
export const term = (name: string, code: string) => ({ coding: [{ system: `${hl7}/${name}`, code }] });
export const ref = (type: string, id: string) => ({ reference: `${type}/${id}` });

export type Result = { measure: Measure; value: number };

/** A laboratory value or a vital sign with its range, and H or L where it lies outside. */
export function toObservation(
  id: string,
  { measure, value }: Result,
  links: { patient: string; encounter: string; performer: string; at: number; local: boolean },
): FhirResource {
  const quantity = (of: number) => ({
    value: printed(of, measure.decimals),
    unit: measure.unit,
    ...{ system: systems.ucum, code: measure.unit },
  });
  const vital = /^8\d{3}-\d$|^29463/.test(measure.loinc);
  const flag = value > measure.high ? 'H' : value < measure.low ? 'L' : 'N';
  // some laboratories have never heard of LOINC
  const code = links.local
    ? { coding: [{ code: `JY${measure.loinc.replace('-', '')}`, display: measure.name }], text: measure.name }
    : coded(systems.loinc, measure.loinc, measure.name);
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [term('observation-category', vital ? 'vital-signs' : 'laboratory')],
    code,
    subject: ref('Patient', links.patient),
    encounter: ref('Encounter', links.encounter),
    effectiveDateTime: iso(links.at),
    issued: iso(links.at + 3_600_000),
    performer: [ref('Practitioner', links.performer)],
    valueQuantity: quantity(value),
    interpretation: [term('v3-ObservationInterpretation', flag)],
    referenceRange: [{ low: quantity(measure.low), high: quantity(measure.high) }],
  };
}
