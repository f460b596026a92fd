import type { GuideReport } from '#server/reports/schema/guide.ts';

export type Verdict = 'missed' | 'urgent' | 'open' | 'kept';

/** What the figures prove (E3): a bound above the bar is no proof of safety, even when nothing was seen. */
export function verdictOf({ cases, total, bar }: Pick<GuideReport, 'cases' | 'total' | 'bar'>): Verdict {
  if (cases.missed > 0) return 'missed';
  if (total.urgent !== null && total.visits !== null && total.urgent > total.visits * bar) return 'urgent';
  return total.urgentAtMost !== null && total.urgentAtMost < bar ? 'kept' : 'open';
}
