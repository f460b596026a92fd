/** In the order a person asks: what was it, what was found, what was done, what to take, what was written. */
export const visitGroups = [
  ['problems', ['Condition', 'EpisodeOfCare', 'CarePlan', 'AllergyIntolerance']],
  ['results', ['Observation']],
  ['done', ['Procedure', 'Immunization', 'ServiceRequest']],
  ['medicines', ['MedicationRequest', 'MedicationDispense', 'MedicationStatement']],
  ['documents', ['DiagnosticReport', 'DocumentReference']],
] as const;
