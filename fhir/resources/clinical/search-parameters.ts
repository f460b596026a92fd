import type { ClinicalType } from './shapes.ts';

export type SearchKind = 'token' | 'reference' | 'date' | 'quantity' | 'string';
/** Search parameters by name, each with the path of the elements it reads; several paths parted by a blank. */
type Of = Partial<Record<SearchKind, Readonly<Record<string, string>>>>;

const state = { status: 'status' } as const;
const coded = { code: 'code', category: 'category', ...state } as const;
const medicine = { code: 'medicationCodeableConcept', category: 'category', ...state } as const;

/**
 * What R4 lets the types of a record be searched by, under R4's own names
 * (hl7.org/fhir/R4/searchparameter-registry.html, seen 2026-11). `identifier` goes for all; `_id`, `_lastUpdated`,
 * `patient`, `subject`, `encounter` and `context` are columns. Left out: composites,
 * `uri`, `phonetic`, telephone numbers, and what is rare.
 */
export const searchParameters: Readonly<Record<ClinicalType, Of>> = {
  Patient: {
    token: { gender: 'gender', active: 'active', deceased: 'deceasedBoolean' },
    date: { birthdate: 'birthDate', 'death-date': 'deceasedDateTime' },
    string: { name: 'name', family: 'name.family', given: 'name.given', address: 'address' },
    reference: { organization: 'managingOrganization', 'general-practitioner': 'generalPractitioner' },
  },
  RelatedPerson: {
    token: { relationship: 'relationship', gender: 'gender', active: 'active' },
    date: { birthdate: 'birthDate' },
    string: { name: 'name', address: 'address' },
  },
  Coverage: {
    token: { type: 'type', ...state },
    string: { 'class-value': 'class.value', dependent: 'dependent' },
    reference: { payor: 'payor', subscriber: 'subscriber', 'policy-holder': 'policyHolder' },
  },
  EpisodeOfCare: {
    token: { type: 'type', ...state },
    date: { date: 'period' },
    reference: {
      condition: 'diagnosis.condition',
      organization: 'managingOrganization',
      'care-manager': 'careManager',
    },
  },
  Encounter: {
    token: {
      ...{ class: 'class', type: 'type', ...state },
      ...{ 'reason-code': 'reasonCode', 'participant-type': 'participant.type' },
    },
    date: { date: 'period', 'location-period': 'location.period' },
    quantity: { length: 'length' },
    reference: {
      ...{ diagnosis: 'diagnosis.condition', participant: 'participant.individual', location: 'location.location' },
      ...{ 'service-provider': 'serviceProvider', 'reason-reference': 'reasonReference', 'based-on': 'basedOn' },
      ...{ 'episode-of-care': 'episodeOfCare', 'part-of': 'partOf', appointment: 'appointment' },
    },
  },
  Condition: {
    token: {
      ...{ code: 'code', category: 'category', 'clinical-status': 'clinicalStatus' },
      ...{ 'verification-status': 'verificationStatus', severity: 'severity', 'body-site': 'bodySite' },
    },
    date: { 'onset-date': 'onset[x]', 'recorded-date': 'recordedDate', 'abatement-date': 'abatement[x]' },
    quantity: { 'onset-age': 'onsetAge', 'abatement-age': 'abatementAge' },
    string: { 'onset-info': 'onsetString', 'abatement-string': 'abatementString' },
    reference: { asserter: 'asserter', 'evidence-detail': 'evidence.detail' },
  },
  Observation: {
    token: {
      ...{ ...coded, method: 'method', 'data-absent-reason': 'dataAbsentReason' },
      ...{ 'value-concept': 'valueCodeableConcept', 'component-code': 'component.code' },
      ...{ 'component-value-concept': 'component.valueCodeableConcept' },
    },
    date: { date: 'effective[x]', 'value-date': 'valueDateTime valuePeriod' },
    quantity: { 'value-quantity': 'valueQuantity', 'component-value-quantity': 'component.valueQuantity' },
    string: { 'value-string': 'valueString' },
    reference: {
      ...{ performer: 'performer', 'based-on': 'basedOn', specimen: 'specimen', device: 'device' },
      ...{ 'has-member': 'hasMember', 'derived-from': 'derivedFrom', 'part-of': 'partOf', focus: 'focus' },
    },
  },
  DiagnosticReport: {
    token: { ...coded, conclusion: 'conclusionCode' },
    date: { date: 'effective[x]', issued: 'issued' },
    reference: {
      ...{ result: 'result', performer: 'performer', 'based-on': 'basedOn' },
      ...{ specimen: 'specimen', 'results-interpreter': 'resultsInterpreter', media: 'media.link' },
    },
  },
  MedicationRequest: {
    token: { ...medicine, intent: 'intent', priority: 'priority' },
    date: { authoredon: 'authoredOn', date: 'dosageInstruction.timing' },
    reference: {
      ...{ medication: 'medicationReference', requester: 'requester' },
      ...{ 'intended-performer': 'performer', 'intended-dispenser': 'dispenseRequest.performer' },
    },
  },
  MedicationStatement: {
    token: medicine,
    date: { effective: 'effective[x]' },
    reference: { medication: 'medicationReference', source: 'informationSource' },
  },
  MedicationDispense: {
    token: { code: medicine.code, ...state, type: 'type' },
    date: { whenhandedover: 'whenHandedOver', whenprepared: 'whenPrepared' },
    reference: {
      ...{ medication: 'medicationReference', prescription: 'authorizingPrescription' },
      ...{ performer: 'performer.actor', receiver: 'receiver', destination: 'destination' },
    },
  },
  AllergyIntolerance: {
    token: {
      ...{ code: 'code', category: 'category', type: 'type', criticality: 'criticality' },
      ...{ 'clinical-status': 'clinicalStatus', 'verification-status': 'verificationStatus' },
      ...{ manifestation: 'reaction.manifestation', severity: 'reaction.severity', route: 'reaction.exposureRoute' },
    },
    date: { onset: 'onset[x]', date: 'recordedDate', 'last-date': 'lastOccurrence' },
    reference: { asserter: 'asserter', recorder: 'recorder' },
  },
  Immunization: {
    token: {
      ...{ 'vaccine-code': 'vaccineCode', ...state, 'status-reason': 'statusReason' },
      ...{ 'target-disease': 'protocolApplied.targetDisease', 'reason-code': 'reasonCode' },
    },
    date: { date: 'occurrence[x]', 'reaction-date': 'reaction.date' },
    string: { 'lot-number': 'lotNumber', series: 'protocolApplied.series' },
    reference: { performer: 'performer.actor', location: 'location', manufacturer: 'manufacturer' },
  },
  Procedure: {
    token: { ...coded, 'reason-code': 'reasonCode' },
    date: { date: 'performed[x]' },
    reference: {
      ...{ performer: 'performer.actor', 'reason-reference': 'reasonReference' },
      ...{ 'based-on': 'basedOn', 'part-of': 'partOf', location: 'location' },
    },
  },
  DocumentReference: {
    token: {
      ...{ type: 'type', category: 'category', ...state, 'security-label': 'securityLabel' },
      ...{ contenttype: 'content.attachment.contentType', event: 'context.event', setting: 'context.practiceSetting' },
    },
    date: { period: 'context.period', date: 'date' },
    string: { description: 'description' },
    reference: {
      ...{ author: 'author', custodian: 'custodian' },
      ...{ related: 'context.related', relatesto: 'relatesTo.target' },
    },
  },
  CarePlan: {
    token: { category: 'category', ...state, intent: 'intent', 'activity-code': 'activity.detail.code' },
    date: { date: 'period' },
    reference: { condition: 'addresses', goal: 'goal', 'care-team': 'careTeam', 'based-on': 'basedOn' },
  },
  ServiceRequest: {
    token: {
      ...{ ...coded, intent: 'intent', priority: 'priority' },
      ...{ 'body-site': 'bodySite', 'performer-type': 'performerType', requisition: 'requisition' },
    },
    date: { occurrence: 'occurrence[x]', authored: 'authoredOn' },
    reference: {
      ...{ requester: 'requester', performer: 'performer', specimen: 'specimen' },
      ...{ 'based-on': 'basedOn', replaces: 'replaces' },
    },
  },
};
