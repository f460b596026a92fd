import type { CaseKind, Outcome } from './schema.ts';

/**
 * Days in which the facility answers, our proposal (2026): a look is explained within a week, an emergency is looked
 * into within three days, a correction takes asking the author. Later the officials of the area answer in its place.
 * Three days long an official sees whose a sampled visit is, unless the office above ends it before.
 */
export const answerDays: Record<CaseKind, number> = { why: 7, glass: 3, correction: 15, review: 3 };

const dayMs = 86_400_000;
export const dueFrom = (kind: CaseKind, at: Date): Date => new Date(at.getTime() + answerDays[kind] * dayMs);

/** What an answer may say, by kind. */
export const outcomesOf: Record<CaseKind, readonly Outcome[]> = {
  why: ['justified', 'unjustified'],
  glass: ['justified', 'unjustified'],
  correction: ['corrected', 'annotated', 'declined'],
  review: ['justified', 'unjustified'],
};

/** The area above: an official's own look is not for the official to explain. '51/01/' → '51/'; the top stays. */
export const areaAbove = (path: string): string => path.replace(/[^/]+\/$/, '') || path;
