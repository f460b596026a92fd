/** What may be sampled: kinds of visits, and papers. */
export const sampleKinds = ['outpatient', 'inpatient', 'emergency', 'report', 'document'] as const;
export type SampleKind = (typeof sampleKinds)[number];

export const severities = ['minor', 'major', 'serious'] as const;
export type Severity = (typeof severities)[number];

/** What can be wrong with a record. */
export const findingRuleNames = [
  ...(['no-diagnosis', 'no-department', 'no-end', 'no-summary', 'no-results', 'no-unit', 'no-content'] as const),
  ...(['late', 'unmapped', 'code-form', 'badly-written', 'other'] as const),
] as const;
export type FindingRule = (typeof findingRuleNames)[number];

export const findingStates = ['proposed', 'confirmed', 'dismissed', 'returned', 'answered', 'closed'] as const;
export type FindingState = (typeof findingStates)[number];

/** Steps of a finding on its way. */
export const moveNames = [
  ...(['confirm', 'dismiss', 'return', 'answer', 'accept', 'return-again', 'withdraw', 'escalate'] as const),
] as const;
export type Move = (typeof moveNames)[number];
