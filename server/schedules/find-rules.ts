import type { Tx } from '../kernel/transaction.ts';
import { type Rules, rulesOf } from './rules.ts';

/** A pool or the client of a transaction. */
export type Queryable = Pick<Tx['client'], 'query'>;

/** The values of a row of booking_rules under the names of Rules. */
export const ruleColumns = `horizon_days as "horizonDays", release_time as "releaseTime", close_minutes as "closeMinutes",
  cancel_minutes as "cancelMinutes", expert_cancel_time as "expertCancelTime", per_day as "perDay", open_max as "openMax",
  extra_per_session as "extraPerSession", check_in_minutes as "checkInMinutes", late_minutes as "lateMinutes",
  late_places as "latePlaces", missed_calls as "missedCalls", return_places as "returnPlaces", elder_age as "elderAge"`;

/** Rules for a visit on `date` ('YYYY-MM-DD'): the facility's latest row, else the province's, else the defaults. */
export async function findRules(db: Queryable, facilityId: string, date: string): Promise<Rules> {
  const { rows } = await db.query<Rules>({
    name: 'find-rules',
    text: `select ${ruleColumns} from booking_rules where facility_id in ($1, 'province') and effective_from <= $2
           order by facility_id = 'province', effective_from desc limit 1`,
    values: [facilityId, date],
  });
  return rulesOf(rows[0]);
}
