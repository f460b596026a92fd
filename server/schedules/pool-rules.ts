import { regionInstant } from '../kernel/clock.ts';
import type { Pool, Quotas, Rules } from './rules.ts';

/** A pool whose unused numbers move on at a stated time, and where they go (A15, A16; §3.1: −72 h, −24 h). */
export const nextPool = { referral: 'township', township: 'public', desk: 'public', 'same-day': 'public' } as const;
export type KeptPool = keyof typeof nextPool;
export type PoolTimes = Partial<Record<KeptPool, string>>;

type PoolRules = Pick<Rules, 'townshipHours' | 'publicHours' | 'deskOpenMinutes' | 'sameDayTime'>;

/** When the unused numbers of each pool that the session keeps move on; told to everybody beforehand (ISO instants). */
export function poolTimesOf(session: { date: string; startsAt: Date }, quotas: Quotas, rules: PoolRules): PoolTimes {
  const before = (minutes: number) => new Date(session.startsAt.getTime() - minutes * 60_000).toISOString();
  // a province that lets townships wait longer than the public would turn the order round
  const township = before(Math.max(rules.townshipHours, rules.publicHours) * 60);
  return {
    ...(quotas.referral ? { referral: township, township: before(rules.publicHours * 60) } : {}),
    ...(quotas.desk ? { desk: before(rules.deskOpenMinutes) } : {}),
    ...(quotas['same-day'] ? { 'same-day': regionInstant(session.date, rules.sameDayTime).toISOString() } : {}),
  };
}

/** Pools whose time has come at `now`, in the order in which numbers pass through them. */
export const duePools = (times: PoolTimes, now: Date): KeptPool[] =>
  (Object.keys(nextPool) as KeptPool[]).filter((pool) => times[pool] && new Date(times[pool]) <= now);

/** The next time after `now` at which a pool opens, or null. */
export function nextDue(times: PoolTimes, now: Date): Date | null {
  const coming = Object.values(times)
    .map((time) => new Date(time))
    .filter((time) => time > now);
  return coming.length > 0 ? new Date(Math.min(...coming.map((time) => time.getTime()))) : null;
}

/** Where somebody asks for a number: on the own phone, at the hospital's desk, or in a township or village. */
export type Door = 'online' | 'desk' | 'grassroots';

/** Which pools somebody may draw from, their own first: the desk's and the townships' own numbers are theirs alone. */
export const poolsFor: Record<Door, readonly Pool[]> = {
  online: ['public'],
  desk: ['desk', 'public'],
  grassroots: ['township', 'public'],
};
