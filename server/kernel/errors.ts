/** What a caller may be told. Anything else that is thrown is a fault of ours and stays in the log. */
export type FaultCode = 'invalid' | 'sign-in' | 'not-found' | 'refused' | 'conflict' | 'busy' | 'unavailable';

export type Refusal = {
  /** Stable machine word; the screens word it in the reader's language. */
  rule: string;
  /** Values for the sentence: limits, names, deadlines (ISO instants). No personal data of others. */
  params?: Record<string, string | number>;
  /** What stands in the way, e.g. the appointment that overlaps. */
  blocking?: { kind: string; id: string; label?: string };
  /** The next time at which the same request could succeed. */
  nextAt?: Date;
};

export class Fault extends Error {
  readonly code: FaultCode;
  readonly refusal: Refusal;
  constructor(code: FaultCode, refusal: Refusal) {
    super(`${code}: ${refusal.rule}`);
    this.code = code;
    this.refusal = refusal;
  }
}

/** A rule says no: which rule, what blocks, when next (A42). */
export const refused = (rule: string, rest: Omit<Refusal, 'rule'> = {}) => new Fault('refused', { rule, ...rest });
/** Absent, or not the caller's to see: the same answer, so that ids cannot be probed. */
export const notFound = (kind: string) => new Fault('not-found', { rule: `${kind}-not-found` });
export const invalid = (rule: string, params?: Refusal['params']) =>
  new Fault('invalid', params ? { rule, params } : { rule });
export const conflict = (rule: string, rest: Omit<Refusal, 'rule'> = {}) => new Fault('conflict', { rule, ...rest });
