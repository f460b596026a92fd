import { addDays, regionInstant } from '../kernel/clock.ts';

export type NumberType = 'ordinary' | 'expert' | 'special' | 'chronic' | 'return' | 'mdt';
export type Pool = 'public' | 'desk' | 'referral' | 'extra';
export type Quotas = Partial<Record<'desk' | 'referral', number>>;
export type SessionState = 'open' | 'not-released' | 'full' | 'closed' | 'stopped' | 'halted';

/** What a facility decides for itself, from a date on (domain.md §3.1). Times are local, 'HH:MM'. */
export type Rules = {
  horizonDays: number;
  releaseTime: string;
  closeMinutes: number;
  cancelMinutes: number;
  expertCancelTime: string;
  perDay: number;
  openMax: number;
  extraPerSession: number;
  checkInMinutes: number;
  lateMinutes: number;
  latePlaces: number;
  missedCalls: number;
  returnPlaces: number;
  elderAge: number;
};

/** domain.md §3.1 "Suggested defaults" (our proposal, 2026): used where neither facility nor province says otherwise. */
export const defaultRules: Rules = {
  horizonDays: 14,
  releaseTime: '08:00',
  closeMinutes: 30,
  cancelMinutes: 120,
  expertCancelTime: '17:00',
  perDay: 2,
  openMax: 5,
  extraPerSession: 3,
  // the day of the visit: our proposal of 2026; "re-queue after k patients" is domain.md A38, unchecked there
  checkInMinutes: 60,
  lateMinutes: 15,
  latePlaces: 3,
  missedCalls: 3,
  returnPlaces: 2,
  elderAge: 80,
};

type Bound<T> = { min: T; max: T };
/** Provincial bounds: a facility chooses inside them (horizon 7–90 d is §3.1; the others are our proposal). */
export const ruleBounds = {
  horizonDays: { min: 7, max: 90 },
  releaseTime: { min: '00:00', max: '12:00' },
  closeMinutes: { min: 0, max: 240 },
  cancelMinutes: { min: 0, max: 1440 },
  expertCancelTime: { min: '12:00', max: '22:00' },
  perDay: { min: 1, max: 5 },
  openMax: { min: 1, max: 20 },
  extraPerSession: { min: 0, max: 10 },
  checkInMinutes: { min: 15, max: 240 },
  lateMinutes: { min: 0, max: 60 },
  latePlaces: { min: 1, max: 10 },
  missedCalls: { min: 2, max: 5 },
  returnPlaces: { min: 1, max: 10 },
  elderAge: { min: 60, max: 100 },
} satisfies { [K in keyof Rules]: Bound<Rules[K]> };

export type BoundBreach = { field: keyof Rules; min: string | number; max: string | number };

/** The first value outside the provincial bounds, or null. */
export function breachOf(rules: Rules): BoundBreach | null {
  for (const field of Object.keys(ruleBounds) as (keyof Rules)[]) {
    const { min, max } = ruleBounds[field];
    const value = rules[field];
    if (value < min || value > max) return { field, min, max };
  }
  return null;
}

/** A stored row, or the part of it that was asked for (times come back as 'HH:MM:SS'), or nothing, as rules. */
export function rulesOf(row: Rules | null | undefined): Rules {
  if (!row) return defaultRules;
  const fields = Object.keys(defaultRules) as (keyof Rules)[];
  const rules = Object.fromEntries(fields.map((field) => [field, row[field] ?? defaultRules[field]])) as Rules;
  return {
    ...rules,
    releaseTime: row.releaseTime.slice(0, 5),
    expertCancelTime: row.expertCancelTime.slice(0, 5),
  };
}

/** When the numbers of `date` can first be booked (A5): one daily instant, `horizonDays` ahead. */
export const releaseAt = (date: string, rules: Rules): Date =>
  regionInstant(addDays(date, -rules.horizonDays), rules.releaseTime);

/** When booking ends (A6, A7): so long before the session itself ends, never before it could begin. */
export const closeAt = (session: { endsAt: Date }, rules: Rules): Date =>
  new Date(session.endsAt.getTime() - rules.closeMinutes * 60_000);

/** The last day whose numbers may be booked on `today`. */
export const horizonEnd = (today: string, rules: Rules): string => addDays(today, rules.horizonDays);

const dayBeforeTypes: NumberType[] = ['expert', 'special', 'mdt'];

export type CancelTerms = { cancelMinutes: number; cancelAtLatest: Date | null };

/**
 * Terms of cancelling (A9, A23): ordinary numbers so many minutes before the window; expert, special and
 * MDT numbers until a time on the day before.
 */
export function cancelTerms(session: { date: string; numberType: NumberType }, rules: Rules): CancelTerms {
  if (!dayBeforeTypes.includes(session.numberType)) return { cancelMinutes: rules.cancelMinutes, cancelAtLatest: null };
  return { cancelMinutes: 0, cancelAtLatest: regionInstant(addDays(session.date, -1), rules.expertCancelTime) };
}

/** Until when a resident may cancel a number of this window; never later than the window itself. */
export function cancelBy(session: { date: string; numberType: NumberType }, windowStart: Date, rules: Rules): Date {
  const { cancelMinutes, cancelAtLatest } = cancelTerms(session, rules);
  const wanted = cancelAtLatest ?? new Date(windowStart.getTime() - cancelMinutes * 60_000);
  return wanted > windowStart ? windowStart : wanted;
}

export type SessionFacts = {
  status: 'draft' | 'published' | 'halted' | 'suspended' | 'ended';
  releaseAt: Date;
  closeAt: Date;
  /** Free numbers of the public pool whose window is not over. */
  free: number;
};

/** Why a session can or cannot be booked at `now`; the order is the order in which a person should be told. */
export function sessionStateOf(session: SessionFacts, now: Date): SessionState {
  if (session.status === 'suspended') return 'stopped';
  if (session.status === 'halted' && now < session.closeAt) return 'halted';
  if (session.status !== 'published' || now >= session.closeAt) return 'closed';
  if (now < session.releaseAt) return 'not-released';
  return session.free > 0 ? 'open' : 'full';
}

export const isBookable = (session: SessionFacts, now: Date): boolean => sessionStateOf(session, now) === 'open';

export type TicketWindow = { number: number; start: Date; end: Date };

/** National target: timed appointments in windows of at most 30 minutes (domain.md §3.2, A8). */
export const windowMinutes = 30;

/**
 * Spreads `capacity` numbers evenly over windows of `minutes` (the last may be shorter). Two windows never
 * differ by more than one number; `first` is the lowest number.
 */
export function windowsFor(
  startsAt: Date,
  endsAt: Date,
  capacity: number,
  minutes = windowMinutes,
  first = 1,
): TicketWindow[] {
  const step = minutes * 60_000;
  const count = Math.max(1, Math.ceil((endsAt.getTime() - startsAt.getTime()) / step));
  return Array.from({ length: capacity }, (_, i) => {
    const start = new Date(startsAt.getTime() + Math.floor((i * count) / capacity) * step);
    const end = new Date(Math.min(start.getTime() + step, endsAt.getTime()));
    return { number: first + i, start, end };
  });
}

/**
 * Which channel a number is kept for (A15): referrals the first ones, so that a referred patient can still be
 * examined the same day; the desk the last ones, because people who walk in arrive when the early ones are over.
 */
export function poolOf(number: number, capacity: number, quotas: Quotas): Pool {
  if (number <= (quotas.referral ?? 0)) return 'referral';
  return number > capacity - (quotas.desk ?? 0) ? 'desk' : 'public';
}

/** At least half of a session's numbers are for everybody (our proposal after §3.2: reserve, but do not hide). */
export const publicShareMin = 0.5;
export const isFairQuota = (capacity: number, quotas: Quotas): boolean =>
  capacity - (quotas.desk ?? 0) - (quotas.referral ?? 0) >= Math.ceil(capacity * publicShareMin);

/** 职称 from junior to senior; a title not listed counts below them all. */
const grades = ['住院医师', '主治医师', '副主任医师', '主任医师'];
/** A substitute is of the same or a higher grade, at no extra fee (domain.md A33). */
export const isLikeGrade = (before: string, after: string): boolean => grades.indexOf(after) >= grades.indexOf(before);

/** How many days beyond the horizon are laid out, so that tomorrow's release never waits for a late job. */
export const publishAheadDays = 1;
