import { type PoolTimes, poolTimesOf } from './pool-rules.ts';
import { restOf } from './rest-rules.ts';
import { closeAt, type Quotas, type Rules, releaseAt } from './rules.ts';

/** When a session's numbers can be booked; fixed when it is published, and told to everybody from then on. */
export type SessionTimes = {
  releaseAt: Date;
  closeAt: Date;
  cutoffAt: Date | null;
  reopensAt: Date | null;
  poolTimes: PoolTimes;
};

export const timesOf = (
  session: { date: string; startsAt: Date; endsAt: Date; quotas: Quotas },
  rules: Rules,
): SessionTimes => ({
  releaseAt: releaseAt(session.date, rules),
  closeAt: closeAt(session, rules),
  ...(restOf(session.date, rules) ?? { cutoffAt: null, reopensAt: null }),
  poolTimes: poolTimesOf(session, session.quotas, rules),
});
