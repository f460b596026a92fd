/** The longest a notice may run before an official looks at it again (our proposal). */
export const outbreakDaysMost = 90;

type Dates = { validFrom: string; validTo: string; endedAt: Date | null };
export type OutbreakState = 'coming' | 'live' | 'over' | 'ended';

/** Where a notice stands on `today` ('YYYY-MM-DD'). */
export function outbreakStateOf({ validFrom, validTo, endedAt }: Dates, today: string): OutbreakState {
  if (endedAt) return 'ended';
  if (today < validFrom) return 'coming';
  return today <= validTo ? 'live' : 'over';
}
