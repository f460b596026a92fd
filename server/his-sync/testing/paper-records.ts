import { sampleIdNumber } from '#db/seed/sample-id-numbers.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { systems } from '#fhir/systems.ts';

const birthDate = '1980-05-17';

/** A patient with a number that can be nobody's, and what may be written of one. */
export const paperPatient = (id: string, serial: number, change: object = {}): FhirResource => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: systems.idNumber, value: sampleIdNumber(birthDate, 'male', serial) }],
  name: [{ text: '王小明' }],
  gender: 'male',
  birthDate,
  ...change,
});

export const paperResult = (id: string, patient: string, change: object = {}): FhirResource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { coding: [{ system: systems.loinc, code: '1558-6', display: '空腹血糖' }], text: '空腹血糖' },
  subject: { reference: `Patient/${patient}` },
  effectiveDateTime: '2026-11-02T08:00:00+08:00',
  valueQuantity: { value: 5.6, unit: 'mmol/L', system: systems.ucum, code: 'mmol/L' },
  ...change,
});
