import type { Possibility } from '../booking/rules.ts';

/** Nobody is judged before late arrivals, back-filled check-ins and the hospital's messages had this long (our proposal). */
export const graceMinutes = 120;
/** A run looks so many days back, so that a worker that was down for a weekend misses nothing. */
export const lookBackDays = 3;
/** An appeal is answered within 15 days (our proposal; no rule page read knows any appeal, domain.md A27). */
export const appealDays = 15;

export type MissFacts = {
  sessionStatus: string;
  /** What the hospital's own system knows of the booking. */
  hisState: string;
  inFaultWindow: boolean;
  /** People of the same session who checked in: the proof that it ran and that checking in worked. */
  seen: number;
  /** A message about this visit reached the person before it. */
  told: boolean;
};
export type MissVerdict = { verdict: 'strike' | 'excused' | 'unproven'; cause: MissCause };
export type MissCause =
  | 'clinic-stopped'
  | 'fault-window'
  | 'hospital-not-told'
  | 'nobody-seen'
  | 'not-told'
  | 'no-check-in';

/**
 * What a booked visit without a check-in counts as (A26, domain.md §2.4): a strike only with positive evidence,
 * else nothing. An excuse is named before a missing proof, because it tells the person more.
 */
export function judgeMiss(facts: MissFacts): MissVerdict {
  if (facts.sessionStatus === 'suspended') return { verdict: 'excused', cause: 'clinic-stopped' };
  if (facts.inFaultWindow) return { verdict: 'excused', cause: 'fault-window' };
  if (facts.hisState === 'pending' || facts.hisState === 'failed')
    return { verdict: 'excused', cause: 'hospital-not-told' };
  if (facts.seen === 0) return { verdict: 'unproven', cause: 'nobody-seen' };
  if (!facts.told) return { verdict: 'unproven', cause: 'not-told' };
  return { verdict: 'strike', cause: 'no-check-in' };
}

export type Strike = {
  appointmentId: string;
  facilityId: string;
  visitAt: Date;
  expiresAt: Date;
  scope: 'facility' | 'province';
  strikesMax: number;
  banDays: number;
  liftedAt: Date | null;
};

export const isLive = (strike: Pick<Strike, 'expiresAt' | 'liftedAt'>, now: Date): boolean =>
  strike.liftedAt === null && strike.expiresAt > now;

export type NewBan = {
  scope: Strike['scope'];
  facilityId: string | null;
  endsAt: Date;
  strikesMax: number;
  appointmentIds: string[];
};

/**
 * The pause that the newest strike leads to, or null. Its own day's rule says how many count, and whether only those
 * at its facility do. Strikes that led to a pause already are spent: nobody is paused twice for one visit.
 */
export function pauseFrom(newest: Strike, all: Strike[], spent: ReadonlySet<string>, now: Date): NewBan | null {
  const counting = all.filter(
    (one) =>
      isLive(one, now) &&
      !spent.has(one.appointmentId) &&
      (newest.scope === 'province' || one.facilityId === newest.facilityId),
  );
  if (counting.length < newest.strikesMax) return null;
  return {
    scope: newest.scope,
    facilityId: newest.scope === 'facility' ? newest.facilityId : null,
    endsAt: new Date(now.getTime() + newest.banDays * 86_400_000),
    strikesMax: newest.strikesMax,
    appointmentIds: counting.map((one) => one.appointmentId),
  };
}

/** A pause stands as long as enough of the strikes it rests on do. */
export const pauseStands = (ban: { strikesMax: number; appointmentIds: string[] }, lifted: ReadonlySet<string>) =>
  ban.appointmentIds.filter((id) => !lifted.has(id)).length >= ban.strikesMax;

export const appealDue = (now: Date): Date => new Date(now.getTime() + appealDays * 86_400_000);

/** May the resident appeal now? As long as the strike counts or a pause rests on it, and once. */
export function canAppeal(
  strike: Pick<Strike, 'expiresAt' | 'liftedAt'> & { appealed: boolean; pauseEndsAt: Date | null },
  now: Date,
): Possibility {
  if (strike.liftedAt) return { can: false, rule: 'strike-lifted' };
  if (strike.appealed) return { can: false, rule: 'appealed-already' };
  const last = Math.max(strike.expiresAt.getTime(), strike.pauseEndsAt?.getTime() ?? 0);
  return now.getTime() < last ? { can: true, rule: null } : { can: false, rule: 'appeal-too-late' };
}
