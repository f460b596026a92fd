/** How long requests may be taken, in minutes: half an hour to two days (our proposal, 2026). */
export const drawMinutes = { min: 30, max: 2880, usual: 600 } as const;
/** Winners must be able to arrange the visit: requests close so long before the session begins. */
export const drawLeadHours = 12;
/** The promised seed stands on the public page at least so long before the first request. */
export const drawNoticeMinutes = 5;

export type DrawWindow = { opensAt: Date; closesAt: Date };

const plusMinutes = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

/**
 * When requests for a session are taken: from the wished time on, but never before the promise could be read;
 * null when a session is too near for a draw.
 */
export function drawWindow(wished: Date, minutes: number, startsAt: Date, now: Date): DrawWindow | null {
  const earliest = plusMinutes(now, drawNoticeMinutes);
  const opensAt = wished > earliest ? wished : earliest;
  const closesAt = plusMinutes(opensAt, minutes);
  return closesAt <= plusMinutes(startsAt, -drawLeadHours * 60) ? { opensAt, closesAt } : null;
}
