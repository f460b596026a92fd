import type { Refusal } from '../kernel/errors.ts';
import { ageOn } from '../residents/rules.ts';
import { type Limits, limitBreach } from '../schedules/limit-rules.ts';
import type { Rules } from '../schedules/rules.ts';

/** A pause of online booking after missed visits, as long as it lasts. */
export type Ban = { scope: 'facility' | 'province'; facilityId: string | null; endsAt: Date; strikes: number };

/** What the person's own axis says about booking once more. */
export type Standing = {
  sex: string;
  birthDate: string;
  bans: Ban[];
  /** When numbers were given back or changed of one's own choice, newest first. */
  givenBack: Date[];
};

type Visit = { facilityId: string; date: string; departmentName: string; limits: Limits | null };
type Asks = {
  /** Staff books for the person: desk and referral stay open during a pause (A27). */
  staffed: boolean;
  /** An appointment is changed, not added. */
  changes: boolean;
};

/** Why this person may not have a number of this visit at all, or null: the department's limits, a pause, too many given back. */
export function standingRefusal(
  standing: Standing,
  visit: Visit,
  rules: Pick<Rules, 'cancelsMax' | 'cancelDays'>,
  asks: Asks,
  now: Date,
): Refusal | null {
  const limit = eligibilityRefusal(standing, visit);
  if (limit || asks.staffed) return limit;
  const pause = asks.changes ? null : pauseRefusal(standing.bans, visit.facilityId, now);
  return pause ?? cancelRefusal(standing.givenBack, rules, now);
}

/** Age and sex on the day of the visit (A19). */
export function eligibilityRefusal(person: Pick<Standing, 'sex' | 'birthDate'>, visit: Visit): Refusal | null {
  const breach = limitBreach(visit.limits, { sex: person.sex, age: ageOn(person.birthDate, visit.date) });
  return breach && { rule: breach.rule, params: { ...breach.params, department: visit.departmentName } };
}

/** A pause holds everywhere or at one facility, until its last instant (A28). */
export function pauseRefusal(bans: Ban[], facilityId: string, now: Date): Refusal | null {
  const ban = bans
    .filter((one) => one.endsAt > now && (one.scope === 'province' || one.facilityId === facilityId))
    .sort((a, b) => b.endsAt.getTime() - a.endsAt.getTime())[0];
  if (!ban) return null;
  const rest = { params: { strikes: ban.strikes }, blocking: { kind: 'strikes', id: 'me' }, nextAt: ban.endsAt };
  return ban.scope === 'province' ? { rule: 'pause-province', ...rest } : { rule: 'pause-facility', ...rest };
}

/** So many numbers may be given back in so many days; the next is possible once the oldest of them is past (A24). */
export function cancelRefusal(
  givenBack: Date[],
  { cancelsMax, cancelDays }: Pick<Rules, 'cancelsMax' | 'cancelDays'>,
  now: Date,
): Refusal | null {
  const windowMs = cancelDays * 86_400_000;
  const oldest = givenBack.filter((at) => now.getTime() - at.getTime() < windowMs)[cancelsMax - 1];
  if (!oldest) return null;
  return {
    rule: 'cancel-limit',
    params: { limit: cancelsMax, days: cancelDays },
    nextAt: new Date(oldest.getTime() + windowMs),
  };
}
