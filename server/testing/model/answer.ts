import { Fault } from '../../kernel/errors.ts';
import type { Ledger } from './ledger.ts';

/** What a command was answered, in the terms that the model can foretell. */
export type Answer =
  | { kind: 'made'; id: string; session: string; number: number; status: string }
  | { kind: 'done'; what: string }
  | { kind: 'refused'; rule: string }
  /** No answer at all: the connection broke, or the product is at fault. Never right. */
  | { kind: 'failed'; error: string };

export const made = (view: { id: string; sessionId: string; ticketNumber: number; status: string }): Answer => ({
  kind: 'made',
  id: view.id,
  session: view.sessionId,
  number: view.ticketNumber,
  status: view.status,
});
export const done = (what: unknown): Answer => ({ kind: 'done', what: String(what) });

/** Refusals are answers; anything else that is thrown is a failure. */
export async function answerOf(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) return { kind: 'refused', rule: error.refusal.rule };
    return { kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The states that may follow a refusal by this rule: nothing has changed, or the answer is wrong. */
export const ifRefused = (answer: Answer, rule: string, unchanged: Ledger): Ledger[] =>
  answer.kind === 'refused' && answer.rule === rule ? [unchanged] : [];
export const ifDone = (answer: Answer, what: unknown, after: Ledger): Ledger[] =>
  answer.kind === 'done' && answer.what === String(what) ? [after] : [];
