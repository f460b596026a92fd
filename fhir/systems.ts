/** Names that both sides agreed on. Systems without an official URI live under the platform's own. */
const own = 'https://huimin.example/fhir';

export const systems = {
  /** Identifier of an Appointment: the platform's own id, the key of the conditional create. */
  platformAppointment: `${own}/sid/appointment`,
  /** Short code that is printed on the proof of booking. */
  proofCode: `${own}/sid/proof-code`,
  /** The whole ID number (GB 11643), as hospitals keep it of their own patients. */
  idNumber: `${own}/sid/id-number`,
  /** ID number with its middle hidden; never the whole number. */
  maskedId: `${own}/sid/masked-id-number`,
  /** Running number of a ticket in its session. */
  ticketNumber: `${own}/sid/ticket-number`,
  /** 诊疗科目名录: '03.04' is 心血管内科专业. */
  treatmentSubject: `${own}/CodeSystem/treatment-subject`,
  /** ICD-10 as WHO and as the national edition (国临版 2.0) number diseases. */
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  icd10China: `${own}/CodeSystem/icd-10-cn`,
  /** Codes of the hospital's own, out of tables that name no other system. */
  local: `${own}/CodeSystem/local`,
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  emptyReason: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
  /** Our code of a facility. */
  facility: `${own}/sid/facility`,
  numberType: `${own}/CodeSystem/number-type`,
  practitionerTitle: `${own}/CodeSystem/practitioner-title`,
} as const;

export const extensions = {
  fee: `${own}/StructureDefinition/registration-fee`,
  skills: `${own}/StructureDefinition/practitioner-skills`,
} as const;
