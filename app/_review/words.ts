import type { FindingState, Severity } from '#server/reviews/schema/words.ts';
import { typeWord } from '../_intake/words.ts';
import type { Text } from '../_text/server.ts';
import type { Tone } from '../_ui/callout.tsx';

export const stateTones: Record<FindingState, Tone> = {
  ...{ proposed: 'info', confirmed: 'wait', dismissed: 'plain', returned: 'wait', answered: 'info', closed: 'good' },
};
export const severityTones: Record<Severity, Tone> = { minor: 'plain', major: 'wait', serious: 'stop' };

/** Where a finding stands in the record: one line of it, or the whole. */
export function placeWord(t: Text['t'], line: { type: string; title: string } | null): string {
  if (!line) return t('review.finding.whole');
  const type = typeWord(t, line.type);
  return line.title ? t('review.finding.line', { type, title: line.title }) : type;
}

/** What a check measured, in words; that it is about the line itself is said already. */
export function detailWord(t: Text['t'], rule: string, detail: string, title = ''): string {
  if (!detail || detail === title) return '';
  return rule === 'late'
    ? t('review.detail.late', { days: Number(detail) })
    : t('review.detail.other', { text: detail });
}

/** The last day of which the end is meant. */
export const lastDay = (f: Text['f'], dueAt: Date): string => f.isoDay(new Date(dueAt.getTime() - 1));
