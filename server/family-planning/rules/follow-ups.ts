import { addDays } from '../../kernel/clock.ts';
import type { CheckRule } from '../eligibility/fertility.ts';
import {
  datedOutcomes,
  type FollowUpAct,
  type FollowUpKind,
  type FollowUpState,
  type Outcome,
  outcomesOf,
  type PromptKind,
} from '../schema/follow-up.ts';
import type { exitMethods } from '../schema/methods.ts';

export type Due = { kind: FollowUpKind; dueFrom: string; dueOn: string };
type Exit = (typeof exitMethods)[number];

/** How often somebody is tried before they may be called lost, and how long ago a last period may be (our proposal, 2026). */
export const askRules = { triesBeforeLost: 3, lastPeriodDays: 300, eventDays: 730 } as const;
/** From the first day of the last period to the birth that is expected (domain.md §3.5). */
const pregnancyDays = 280;

/** Days to the first visit after a start, and to the next issue of what is handed out quarterly (C6; our proposal, 2026). */
const methodDays: Record<Exit, number | null> = {
  'copper-iud': 30,
  'hormonal-iud': 30,
  implant: 90,
  injectable: 90,
  'combined-pill': 90,
  'progestogen-pill': 90,
  condom: 90,
  'emergency-pill': 21,
  'female-sterilisation': 30,
  vasectomy: 90,
  breastfeeding: 90,
  awareness: 90,
  none: null,
};

/** After the check: is she pregnant? The last month of the wait is the time to ask. */
export function afterGrade(day: string, { askAfterDays }: CheckRule): Due {
  return { kind: 'early', ...span(day, askAfterDays - 30, askAfterDays) };
}

/** After a method was begun or handed out: how is it going? Null where nothing was begun. */
export function afterService(day: string, method: Exit): Due | null {
  const days = methodDays[method];
  return days === null ? null : { kind: 'method', dueFrom: addDays(day, days - 7), dueOn: addDays(day, days) };
}

type Answer = { kind: FollowUpKind; outcome: Outcome; eventOn: string | null };
/** What an answer leads to: another question, the end of the check, or a refusal. */
export type Next = { due: Due | null; closes: 'birth' | 'loss' | 'given-up' | null };

export function afterAnswer(
  { kind, outcome, eventOn }: Answer,
  today: string,
  rule: CheckRule,
): Next | { rule: string } {
  if (!(outcomesOf[kind] as readonly string[]).includes(outcome)) return { rule: 'planning-outcome' };
  const none: Next = { due: null, closes: null };
  if (outcome === 'not-yet') return { ...none, due: afterGrade(today, rule) };
  if (outcome === 'given-up') return { ...none, closes: 'given-up' };
  if (outcome === 'content') return { ...none, due: { kind: 'method', ...span(today, 83, 90) } };
  if (outcome === 'side-effects' || outcome === 'wants-change')
    return { ...none, due: { kind: 'method', ...span(today, 0, 14) } };
  if (!datedOutcomes.includes(outcome)) return none;
  if (!eventOn) return { rule: 'planning-day-needed' };
  if (eventOn > today) return { rule: 'planning-day-ahead' };
  const { lastPeriodDays, eventDays } = askRules;
  if (eventOn < addDays(today, outcome === 'pregnant' ? -lastPeriodDays : -eventDays))
    return { rule: 'planning-day-long-ago' };
  if (outcome !== 'pregnant') return afterPregnancy(outcome, eventOn, today, rule);
  return { ...none, due: { kind: 'outcome', ...span(addDays(eventOn, pregnancyDays), 0, rule.outcomeDays) } };
}

const span = (day: string, from: number, to: number) => ({ dueFrom: addDays(day, from), dueOn: addDays(day, to) });
const later = (a: string, b: string) => (a > b ? a : b);

function afterPregnancy(outcome: Outcome, eventOn: string, today: string, rule: CheckRule): Next {
  const born = outcome === 'live-birth';
  return { due: afterEnd(born ? 'postpartum' : 'after-loss', eventOn, today, rule), closes: born ? 'birth' : 'loss' };
}

/** C7: after a birth the talk about what comes next is due by day 42; after a loss, soon, and about her first of all. */
export function afterEnd<K extends PromptKind>(kind: K, eventOn: string, today: string, rule: CheckRule) {
  const days = kind === 'postpartum' ? rule.outcomeDays : rule.lossDays;
  return { kind, dueFrom: later(eventOn, today), dueOn: later(addDays(eventOn, days), today) };
}

/** Why this is not noted of a question in this state, else null: who is lost is found, or answers, before the next attempt. */
export function actRefusal(state: FollowUpState, act: FollowUpAct): string | null {
  if (state === 'done' || state === 'void') return 'planning-follow-up-answered';
  if (state === 'lost' && (act === 'tried' || act === 'lost')) return 'planning-follow-up-lost';
  if (state === 'open' && act === 'found') return 'planning-follow-up-open';
  return null;
}

/** Nobody is given up before they were tried often enough. */
export const mayGiveUp = (tries: number): boolean => tries >= askRules.triesBeforeLost;
