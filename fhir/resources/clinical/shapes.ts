/**
 * The types a resident's record is made of, each with where its person, time, code and state stand, and which
 * elements its R4 search parameters read (hl7.org/fhir/R4/searchparameter-registry.html, seen 2026-11).
 */
export type ClinicalShape = {
  person: string;
  /** The first that is there says when it happened. */
  when: readonly string[];
  code: string | null;
  category: string | null;
  status: string | null;
  encounter: string | null;
  tokens: Readonly<Record<string, string>>;
  references: Readonly<Record<string, string>>;
};

const base = { code: 'code', category: 'category', status: 'status', encounter: 'encounter' } as const;
const shape = (own: Partial<ClinicalShape> & Pick<ClinicalShape, 'when'>): ClinicalShape => ({
  ...base,
  person: 'subject',
  tokens: {},
  references: {},
  ...own,
});
const medicine = { code: 'medication[x]', references: { medication: 'medicationReference' } } as const;

export const clinicalShapes = {
  Patient: shape({
    person: '', // itself
    when: ['birthDate'],
    ...{ code: null, category: null, status: null, encounter: null },
    tokens: { gender: 'gender', active: 'active' },
  }),
  RelatedPerson: shape({
    person: 'patient',
    when: ['period'],
    ...{ code: 'relationship', category: null, status: null, encounter: null },
    tokens: { relationship: 'relationship' },
  }),
  Coverage: shape({
    person: 'beneficiary',
    when: ['period'],
    ...{ code: 'type', category: null, encounter: null },
    references: { payor: 'payor' },
  }),
  EpisodeOfCare: shape({
    person: 'patient',
    when: ['period'],
    ...{ code: 'type', category: null, encounter: null },
    references: { condition: 'diagnosis.condition' },
  }),
  Encounter: shape({
    when: ['period'],
    ...{ code: 'type', category: 'class', encounter: null },
    tokens: { class: 'class', 'reason-code': 'reasonCode' },
    references: {
      diagnosis: 'diagnosis.condition',
      participant: 'participant.individual',
      'service-provider': 'serviceProvider',
    },
  }),
  Condition: shape({
    when: ['onset[x]', 'recordedDate'],
    status: 'clinicalStatus',
    tokens: { 'verification-status': 'verificationStatus', severity: 'severity' },
  }),
  Observation: shape({
    when: ['effective[x]', 'issued'],
    tokens: { 'value-concept': 'valueCodeableConcept', 'component-code': 'component.code' },
    references: { performer: 'performer', 'based-on': 'basedOn' },
  }),
  DiagnosticReport: shape({
    when: ['effective[x]', 'issued'],
    tokens: { conclusion: 'conclusionCode' },
    references: { result: 'result', performer: 'performer', 'based-on': 'basedOn' },
  }),
  MedicationRequest: shape({
    ...medicine,
    when: ['authoredOn'],
    tokens: { intent: 'intent' },
    references: { ...medicine.references, requester: 'requester' },
  }),
  MedicationStatement: shape({ ...medicine, when: ['effective[x]', 'dateAsserted'], encounter: 'context' }),
  MedicationDispense: shape({
    ...medicine,
    when: ['whenHandedOver', 'whenPrepared'],
    encounter: 'context',
    references: { ...medicine.references, prescription: 'authorizingPrescription' },
  }),
  AllergyIntolerance: shape({
    person: 'patient',
    when: ['onset[x]', 'recordedDate'],
    status: 'clinicalStatus',
    tokens: { criticality: 'criticality', 'verification-status': 'verificationStatus' },
  }),
  Immunization: shape({
    person: 'patient',
    when: ['occurrence[x]'],
    ...{ code: 'vaccineCode', category: null },
    tokens: { 'lot-number': 'lotNumber', 'target-disease': 'protocolApplied.targetDisease' },
  }),
  Procedure: shape({
    when: ['performed[x]'],
    references: { performer: 'performer.actor', 'reason-reference': 'reasonReference' },
  }),
  DocumentReference: shape({
    when: ['context.period', 'date'],
    ...{ code: 'type', encounter: 'context.encounter' },
    tokens: { contenttype: 'content.attachment.contentType' },
    references: { author: 'author' },
  }),
  CarePlan: shape({ when: ['period', 'created'], code: null, references: { condition: 'addresses' } }),
  ServiceRequest: shape({
    when: ['occurrence[x]', 'authoredOn'],
    tokens: { intent: 'intent', priority: 'priority' },
    references: { requester: 'requester', performer: 'performer' },
  }),
} as const satisfies Record<string, ClinicalShape>;

export type ClinicalType = keyof typeof clinicalShapes;
/** In an order in which what is referred to comes before what refers to it. */
export const clinicalTypes = Object.keys(clinicalShapes) as ClinicalType[];
export const isClinicalType = (type: string): type is ClinicalType => Object.hasOwn(clinicalShapes, type);
