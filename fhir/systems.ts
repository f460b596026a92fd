/** Names that both sides agreed on. Systems without an official URI live under the platform's own. */
const own = 'https://huimin.example/fhir';

export const systems = {
  /** Identifier of an Appointment: the platform's own id, the key of the conditional create. */
  platformAppointment: `${own}/sid/appointment`,
  /** Short code that is printed on the proof of booking. */
  proofCode: `${own}/sid/proof-code`,
  /** ID number with its middle hidden; never the whole number. */
  maskedId: `${own}/sid/masked-id-number`,
  /** Running number of a ticket in its session. */
  ticketNumber: `${own}/sid/ticket-number`,
  /** 诊疗科目名录: '03.04' is 心血管内科专业. */
  treatmentSubject: `${own}/CodeSystem/treatment-subject`,
  numberType: `${own}/CodeSystem/number-type`,
  practitionerTitle: `${own}/CodeSystem/practitioner-title`,
} as const;

export const extensions = {
  fee: `${own}/StructureDefinition/registration-fee`,
  skills: `${own}/StructureDefinition/practitioner-skills`,
} as const;
