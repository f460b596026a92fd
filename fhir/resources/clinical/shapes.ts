/**
 * The types a resident's record is made of, each with where its person, time, code and state stand; what they are
 * searched by stands in `search-parameters.ts`.
 */
export type ClinicalShape = {
  person: string;
  /** The first that is there says when it happened. */
  when: readonly string[];
  code: string | null;
  status: string | null;
  encounter: string | null;
};

const shape = (own: Partial<ClinicalShape> & Pick<ClinicalShape, 'when'>): ClinicalShape => ({
  ...{ person: 'subject', code: 'code', status: 'status', encounter: 'encounter' },
  ...own,
});

export const clinicalShapes = {
  // a patient is about itself
  Patient: shape({ person: '', when: ['birthDate'], code: null, status: null, encounter: null }),
  RelatedPerson: shape({ person: 'patient', when: ['period'], code: 'relationship', status: null, encounter: null }),
  Coverage: shape({ person: 'beneficiary', when: ['period'], code: 'type', encounter: null }),
  EpisodeOfCare: shape({ person: 'patient', when: ['period'], code: 'type', encounter: null }),
  Encounter: shape({ when: ['period'], code: 'type', encounter: null }),
  Condition: shape({ when: ['onset[x]', 'recordedDate'], status: 'clinicalStatus' }),
  Observation: shape({ when: ['effective[x]', 'issued'] }),
  DiagnosticReport: shape({ when: ['effective[x]', 'issued'] }),
  MedicationRequest: shape({ when: ['authoredOn'], code: 'medication[x]' }),
  MedicationStatement: shape({ when: ['effective[x]', 'dateAsserted'], code: 'medication[x]', encounter: 'context' }),
  MedicationDispense: shape({ when: ['whenHandedOver', 'whenPrepared'], code: 'medication[x]', encounter: 'context' }),
  AllergyIntolerance: shape({ person: 'patient', when: ['onset[x]', 'recordedDate'], status: 'clinicalStatus' }),
  Immunization: shape({ person: 'patient', when: ['occurrence[x]'], code: 'vaccineCode' }),
  Procedure: shape({ when: ['performed[x]'] }),
  DocumentReference: shape({ when: ['context.period', 'date'], code: 'type', encounter: 'context.encounter' }),
  CarePlan: shape({ when: ['period', 'created'], code: null }),
  ServiceRequest: shape({ when: ['occurrence[x]', 'authoredOn'] }),
} as const satisfies Record<string, ClinicalShape>;

export type ClinicalType = keyof typeof clinicalShapes;
/** In an order in which what is referred to comes before what refers to it. */
export const clinicalTypes = Object.keys(clinicalShapes) as ClinicalType[];
export const isClinicalType = (type: string): type is ClinicalType => Object.hasOwn(clinicalShapes, type);
