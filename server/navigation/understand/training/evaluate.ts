import type { LinearModel } from '../model/linear-model.ts';
import { adviceRules } from '../rules/advice.ts';
import { redFlags } from '../rules/red-flags.ts';
import { understand } from '../understand.ts';
import { diseaseExamples, lexiconExamples, licensed, type Question, questionExamples } from './examples.ts';
import { fitModel } from './fit.ts';

/** `top1` and `top3` by the one label; `accepted1` also takes departments that a sensible desk would take. */
export type Score = { n: number; top1: number; top3: number; accepted1: number; accepted3: number };
type Answered = { question: Question; ranked: string[]; confidence: number };

const rules = { redFlags, adviceRules };

export function answer(model: LinearModel | undefined, questions: readonly Question[]): Answered[] {
  return questions.map((question) => {
    const { ranked, confidence } = understand(question.text, {}, rules, model);
    return { question, ranked: ranked.map(({ label }) => label), confidence };
  });
}

export function scoreOf(answered: readonly Answered[]): Score {
  const share = (right: (one: Answered) => boolean) => answered.filter(right).length / Math.max(1, answered.length);
  return {
    n: answered.length,
    top1: share(({ question, ranked }) => ranked[0] === question.label),
    top3: share(({ question, ranked }) => ranked.slice(0, 3).includes(question.label)),
    accepted1: share(({ question, ranked }) => question.accept.includes(ranked[0] ?? '')),
    accepted3: share(({ question, ranked }) => ranked.slice(0, 3).some((label) => question.accept.includes(label))),
  };
}

/** Which of five parts a question falls into; by its id, so that it never moves. */
export const foldOf = (id: string): number => [...id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 0) % 5;

export type Knowledge = ReturnType<typeof knowledgeOf>;
/** What is known without any question: the lexicon and the names of diseases. */
export const knowledgeOf = (dataDir: string) => [...lexiconExamples(), ...diseaseExamples(dataDir)];

const train = (knowledge: Knowledge, questions: readonly Question[]) =>
  fitModel([...knowledge, ...questionExamples(questions.filter(({ source }) => licensed.has(source)))]);

/** Each question answered by a model that never saw it nor its fold. */
export function crossValidate(knowledge: Knowledge, questions: readonly Question[]): Answered[] {
  return [0, 1, 2, 3, 4].flatMap((fold) => {
    const model = train(
      knowledge,
      questions.filter(({ id }) => foldOf(id) !== fold),
    );
    return answer(
      model,
      questions.filter(({ id }) => foldOf(id) === fold),
    );
  });
}

/** Each source answered by a model that saw nothing of it. */
export function leaveSourcesOut(knowledge: Knowledge, questions: readonly Question[]): Answered[][] {
  return [...new Set(questions.map(({ source }) => source))].map((left) => {
    const model = train(
      knowledge,
      questions.filter(({ source }) => source !== left),
    );
    return answer(
      model,
      questions.filter(({ source }) => source === left),
    );
  });
}
