import type { Evidence } from '#db/schema/records.ts';
import type { Introduced } from './introduce.ts';
import type { Decision } from './match/decide.ts';
import type { SourcePatient } from './source-patients.ts';

/** What was decided of one patient: into whose record, or beside whom it is laid before people. */
export type Verdict = {
  state: Decision['state'];
  rule: Decision['rule'] | 'said-different';
  score: number | null;
  evidence: Evidence[];
  /** Whose it may be, for a review. */
  candidateId: string | null;
  /** The patient whose record that is, if nobody knows the number there either. */
  other: Patient | null;
};

/** One of a hospital's patients, by its own id. */
export type Patient = { facilityId: string; sourceId: string };

/** A patient with what was decided of it; no verdict where a person's word stands. */
export type Placement = Introduced & {
  sourceId: string;
  stamp: { version: string; updated: Date };
  known: SourcePatient | null;
  verdict: Verdict | null;
  residentId: string;
  settled: boolean;
};
/** A patient about to be judged. */
export type Coming = Omit<Placement, 'verdict' | 'residentId' | 'settled'>;
