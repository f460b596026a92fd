import type { Evidence } from '#db/schema/records.ts';
import type { Decision } from './match/decide.ts';

/** What was decided of one patient: into whose record, or beside whom it is laid before people. */
export type Verdict = {
  state: Decision['state'];
  rule: Decision['rule'] | 'said-different';
  score: number | null;
  evidence: Evidence[];
  /** Whose it may be, for a review. */
  candidateId: string | null;
};
