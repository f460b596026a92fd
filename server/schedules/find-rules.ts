import type { Tx } from '../kernel/transaction.ts';
import { type Bounds, type Rules, ruleBounds, rulesOf } from './rules.ts';

/** A pool or the client of a transaction. */
export type Queryable = Pick<Tx['client'], 'query'>;

/** Where booking_rules keeps each rule. */
export const ruleColumn: Record<keyof Rules, string> = {
  horizonDays: 'horizon_days',
  releaseTime: 'release_time',
  closeMinutes: 'close_minutes',
  nextDayCutoff: 'next_day_cutoff',
  sameDayTime: 'same_day_time',
  townshipHours: 'township_hours',
  publicHours: 'public_hours',
  deskOpenMinutes: 'desk_open_minutes',
  cancelMinutes: 'cancel_minutes',
  expertCancelTime: 'expert_cancel_time',
  perDay: 'per_day',
  openMax: 'open_max',
  cancelsMax: 'cancels_max',
  cancelDays: 'cancel_days',
  strikesMax: 'strikes_max',
  strikeDays: 'strike_days',
  banDays: 'ban_days',
  banScope: 'ban_scope',
  extraPerSession: 'extra_per_session',
  checkInMinutes: 'check_in_minutes',
  lateMinutes: 'late_minutes',
  latePlaces: 'late_places',
  missedCalls: 'missed_calls',
  returnPlaces: 'return_places',
  elderAge: 'elder_age',
  waitMinutes: 'wait_minutes',
  waitEveMinutes: 'wait_eve_minutes',
  waitDayMinutes: 'wait_day_minutes',
  returnFromMinutes: 'return_from_minutes',
  returnToMinutes: 'return_to_minutes',
};
const columns = Object.entries(ruleColumn);

/** The values of a row of booking_rules under the names of Rules. */
export const ruleColumns = columns.map(([name, column]) => `${column} as "${name}"`).join(', ');
/** The same as one JSON object, for statements that read the rules of many days. */
export const rulesObject = `json_build_object(${columns.map(([name, column]) => `'${name}', ${column}`).join(', ')})`;

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

/** The provincial bounds for visits on `date`: the latest that an official set, else those of rules.ts. */
export async function findBounds(db: Queryable, date: string): Promise<Bounds> {
  const { rows } = await db.query<{ bounds: Partial<Bounds> }>({
    name: 'find-rule-bounds',
    text: 'select bounds from rule_bounds where effective_from <= $1 order by effective_from desc limit 1',
    values: [date],
  });
  return { ...ruleBounds, ...rows[0]?.bounds };
}
