import { addDays, regionInstant } from '../kernel/clock.ts';
import { isResting, type Resting } from './rest-rules.ts';

export type NumberType = 'ordinary' | 'expert' | 'special' | 'chronic' | 'return' | 'mdt';
export type Pool = 'public' | 'desk' | 'referral' | 'township' | 'same-day' | 'extra';
export type Quotas = Partial<Record<'desk' | 'referral' | 'same-day', number>>;
export type SessionState = 'open' | 'draw' | 'not-released' | 'full' | 'resting' | 'closed' | 'stopped' | 'halted';

/** What a facility decides for itself, from a date on (domain.md §3.1). Times are local, 'HH:MM'. */
export type Rules = {
  horizonDays: number;
  releaseTime: string;
  closeMinutes: number;
  nextDayCutoff: string;
  sameDayTime: string;
  townshipHours: number;
  publicHours: number;
  deskOpenMinutes: number;
  cancelMinutes: number;
  expertCancelTime: string;
  perDay: number;
  openMax: number;
  cancelsMax: number;
  cancelDays: number;
  strikesMax: number;
  strikeDays: number;
  banDays: number;
  banScope: 'facility' | 'province';
  extraPerSession: number;
  checkInMinutes: number;
  lateMinutes: number;
  latePlaces: number;
  missedCalls: number;
  returnPlaces: number;
  elderAge: number;
  waitMinutes: number;
  waitEveMinutes: number;
  waitDayMinutes: number;
  returnFromMinutes: number;
  returnToMinutes: number;
};

/** domain.md §3.1 "Suggested defaults" (our proposal, 2026): used where neither facility nor province says otherwise. */
export const defaultRules: Rules = {
  horizonDays: 14,
  releaseTime: '08:00',
  closeMinutes: 30,
  // most hospitals have no next-day cut-off; those that print their lists the evening before set one (A6)
  nextDayCutoff: '24:00',
  sameDayTime: '07:00',
  townshipHours: 72,
  publicHours: 24,
  deskOpenMinutes: 0,
  cancelMinutes: 120,
  expertCancelTime: '17:00',
  perDay: 2,
  openMax: 5,
  // ours is milder than the 3 a month of jklj (A24): giving a number back is better than not coming
  cancelsMax: 10,
  cancelDays: 30,
  strikesMax: 3,
  strikeDays: 90,
  banDays: 90,
  banScope: 'province',
  extraPerSession: 3,
  // the day of the visit: our proposal of 2026; "re-queue after k patients" is domain.md A38, unchecked there
  checkInMinutes: 60,
  lateMinutes: 15,
  latePlaces: 3,
  missedCalls: 3,
  returnPlaces: 2,
  elderAge: 80,
  // §3.1: a number kept for who waits 2 h, 30 min on D−1, 10 min on D; nobody waits: back after random 10–120 min
  waitMinutes: 120,
  waitEveMinutes: 30,
  waitDayMinutes: 10,
  returnFromMinutes: 10,
  returnToMinutes: 120,
};

export type Bound = { min: string | number; max: string | number };
export type Bounds = Record<keyof Rules, Bound>;
/** Bounds until the province sets its own (horizon 7–90 d is §3.1; the others are our proposal): a facility chooses inside them. */
export const ruleBounds: Bounds = {
  horizonDays: { min: 7, max: 90 },
  releaseTime: { min: '00:00', max: '12:00' },
  closeMinutes: { min: 0, max: 240 },
  nextDayCutoff: { min: '12:00', max: '24:00' },
  sameDayTime: { min: '00:00', max: '08:00' },
  townshipHours: { min: 24, max: 168 },
  publicHours: { min: 2, max: 72 },
  deskOpenMinutes: { min: 0, max: 1440 },
  cancelMinutes: { min: 0, max: 1440 },
  expertCancelTime: { min: '12:00', max: '22:00' },
  perDay: { min: 1, max: 5 },
  openMax: { min: 1, max: 20 },
  cancelsMax: { min: 3, max: 50 },
  cancelDays: { min: 7, max: 90 },
  // 3 strikes is universal; windows of a month to a year and bans of 1–6 months are seen (§3.1)
  strikesMax: { min: 2, max: 6 },
  strikeDays: { min: 30, max: 365 },
  banDays: { min: 7, max: 180 },
  banScope: { min: 'facility', max: 'province' },
  extraPerSession: { min: 0, max: 10 },
  checkInMinutes: { min: 15, max: 240 },
  lateMinutes: { min: 0, max: 60 },
  latePlaces: { min: 1, max: 10 },
  missedCalls: { min: 2, max: 5 },
  returnPlaces: { min: 1, max: 10 },
  elderAge: { min: 60, max: 100 },
  waitMinutes: { min: 30, max: 720 },
  waitEveMinutes: { min: 15, max: 240 },
  waitDayMinutes: { min: 5, max: 60 },
  returnFromMinutes: { min: 1, max: 60 },
  returnToMinutes: { min: 60, max: 360 },
};
export const ruleNames = Object.keys(ruleBounds) as (keyof Rules)[];

export type BoundBreach = Bound & { field: keyof Rules };

/** The first value outside the provincial bounds, or null. Times and scopes compare as text. */
export function breachOf(rules: Rules, bounds: Bounds = ruleBounds): BoundBreach | null {
  for (const field of ruleNames) {
    const { min, max } = bounds[field];
    const value = rules[field];
    if (value < min || value > max) return { field, min, max };
  }
  return null;
}

/** The first rule whose ends are not of its own kind or the wrong way round, or null. */
export const crossedBound = (bounds: Bounds): keyof Rules | null =>
  ruleNames.find((field) => {
    const { min, max } = bounds[field];
    return typeof min !== typeof defaultRules[field] || typeof max !== typeof min || min > max;
  }) ?? null;

/** The rules moved to the nearest values inside the bounds. */
export function clampRules(rules: Rules, bounds: Bounds): Rules {
  const order = (a: string | number, b: string | number) => (a < b ? -1 : Number(a > b));
  const nearest = (field: keyof Rules) => [bounds[field].min, rules[field], bounds[field].max].sort(order)[1];
  return Object.fromEntries(ruleNames.map((field) => [field, nearest(field)])) as Rules;
}

/** A stored row, or the part of it that was asked for (times come back as 'HH:MM:SS'), or nothing, as rules. */
export function rulesOf(row: Rules | null | undefined): Rules {
  if (!row) return defaultRules;
  const value = (field: keyof Rules) => row[field] ?? defaultRules[field];
  const short = (one: string | number) => (typeof one === 'string' ? one.replace(/^(\d\d:\d\d):\d\d$/, '$1') : one);
  return Object.fromEntries(ruleNames.map((field) => [field, short(value(field))])) as Rules;
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

export type SessionFacts = Resting & {
  status: 'draft' | 'published' | 'halted' | 'suspended' | 'ended';
  releaseAt: Date;
  closeAt: Date;
  /** Given by draw: requests are taken until here, and it is released once it is drawn. */
  drawClosesAt?: Date | null;
  /** Free numbers of the public pool whose window is not over. */
  free: number;
};

/** Why a session can or cannot be booked at `now`; the order is the order in which a person should be told. */
export function sessionStateOf(session: SessionFacts, now: Date): SessionState {
  if (session.status === 'suspended') return 'stopped';
  if (session.status === 'halted' && now < session.closeAt) return 'halted';
  if (session.status !== 'published' || now >= session.closeAt) return 'closed';
  if (now < session.releaseAt) return session.drawClosesAt ? 'draw' : 'not-released';
  if (isResting(session, now)) return 'resting';
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
 * examined the same day; the desk the last ones, because people who walk in arrive when the early ones are over;
 * before them the numbers that only open on the day itself.
 */
export function poolOf(number: number, capacity: number, quotas: Quotas): Pool {
  if (number <= (quotas.referral ?? 0)) return 'referral';
  const desk = capacity - (quotas.desk ?? 0);
  if (number > desk) return 'desk';
  return number > desk - (quotas['same-day'] ?? 0) ? 'same-day' : 'public';
}

/** At least half of a session's numbers are for everybody (our proposal after §3.2: reserve, but do not hide). */
export const publicShareMin = 0.5;
export const isFairQuota = (capacity: number, quotas: Quotas): boolean =>
  capacity - (quotas.desk ?? 0) - (quotas.referral ?? 0) - (quotas['same-day'] ?? 0) >=
  Math.ceil(capacity * publicShareMin);

/** 职称 from junior to senior; a title not listed counts below them all. */
const grades = ['住院医师', '主治医师', '副主任医师', '主任医师'];
/** A substitute is of the same or a higher grade, at no extra fee (domain.md A33). */
export const isLikeGrade = (before: string, after: string): boolean => grades.indexOf(after) >= grades.indexOf(before);

/** How many days beyond the horizon are laid out, so that tomorrow's release never waits for a late job. */
export const publishAheadDays = 1;
