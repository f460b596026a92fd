import type { Rules } from '../schedules/rules.ts';
import type { EntryStatus, Priority } from './schema.ts';

/**
 * Which state of a turn may follow which. missed: called and did not come; away: sent for tests. Both come
 * back to waiting with the same number; moved: to the right department, under a new number (E16).
 */
const transitions: Record<EntryStatus, readonly EntryStatus[]> = {
  waiting: ['called', 'away', 'missed'],
  called: ['in-room', 'missed', 'waiting', 'done'],
  'in-room': ['done', 'away', 'moved'],
  away: ['waiting'],
  missed: ['waiting'],
  done: [],
  moved: [],
};

export const canTurn = (from: EntryStatus, to: EntryStatus): boolean => transitions[from].includes(to);

type Standing = { urgency: 0 | 1 | 2 | 3; courtesy: boolean };
/**
 * 急诊分级 I–III go before everybody, the most urgent first (2018 consensus of four levels, domain.md E15). The
 * courtesies go first among the people of one window only, so that an early number keeps its worth.
 */
export const standings: Record<Priority, Standing> = {
  'emergency-1': { urgency: 3, courtesy: false },
  'emergency-2': { urgency: 2, courtesy: false },
  'emergency-3': { urgency: 1, courtesy: false },
  elder: { urgency: 0, courtesy: true },
  disabled: { urgency: 0, courtesy: true },
  soldier: { urgency: 0, courtesy: true },
};
export const noStanding: Standing = { urgency: 0, courtesy: false };

/** The facility's rule gives elders their place without anybody asking. */
export const priorityAt = (age: number, rules: Pick<Rules, 'elderAge'>): Priority | null =>
  age >= rules.elderAge ? 'elder' : null;

export type Turn = Standing & {
  windowStart: Date;
  arrivedAt: Date;
  ticketNumber: number;
  /** Late or back from tests: not before the line has called so many people, and then next. */
  dueCall: number | null;
};

/** Due people, then everybody by window, then those who are not due yet: they only fill an empty line. */
const rankOf = (turn: Turn, calls: number): number => (turn.dueCall === null ? 1 : turn.dueCall <= calls ? 0 : 2);

/** Who of two is called first when the line has called `calls` people. The same order as `turnOrder` of call-next.ts. */
export function compareTurns(a: Turn, b: Turn, calls: number): number {
  return (
    b.urgency - a.urgency ||
    rankOf(a, calls) - rankOf(b, calls) ||
    (a.dueCall ?? 0) - (b.dueCall ?? 0) ||
    a.windowStart.getTime() - b.windowStart.getTime() ||
    Number(b.courtesy) - Number(a.courtesy) ||
    a.arrivedAt.getTime() - b.arrivedAt.getTime() ||
    a.ticketNumber - b.ticketNumber
  );
}

/** The order in which these people are called if nobody else comes. */
export function orderTurns<T extends Turn>(turns: T[], calls: number): T[] {
  const left = [...turns];
  const order: T[] = [];
  for (let called = calls; left.length > 0; called += 1) {
    const next = left.reduce((best, turn) => (compareTurns(turn, best, called) < 0 ? turn : best));
    left.splice(left.indexOf(next), 1);
    order.push(next);
  }
  return order;
}

export type CheckInTimes = { date: string; windowStart: Date; windowEnd: Date; sessionEndsAt: Date };

/** When people may check in by themselves: from so long before their window until the session is over. */
export const checkInOpens = (times: CheckInTimes, rules: Pick<Rules, 'checkInMinutes'>): Date =>
  new Date(times.windowStart.getTime() - rules.checkInMinutes * 60_000);

/** Late (过号): the window has been over for longer than the facility's grace. Called after a few others (A38). */
export const isLate = (times: CheckInTimes, now: Date, rules: Pick<Rules, 'lateMinutes'>): boolean =>
  now.getTime() > times.windowEnd.getTime() + rules.lateMinutes * 60_000;

/** Why somebody cannot check in alone at `now`, or null. The desk may on the whole day. */
export function selfCheckInRefusal(
  times: CheckInTimes,
  now: Date,
  rules: Pick<Rules, 'checkInMinutes'>,
): { rule: 'check-in-early'; nextAt: Date } | { rule: 'session-over' } | null {
  const nextAt = checkInOpens(times, rules);
  if (now < nextAt) return { rule: 'check-in-early', nextAt };
  return now >= times.sessionEndsAt ? { rule: 'session-over' } : null;
}

/** A patient who was called so often without answering may be marked as missed; earlier, call again. */
export const mayMarkMissed = (callCount: number, rules: Pick<Rules, 'missedCalls'>): boolean =>
  callCount >= rules.missedCalls;
