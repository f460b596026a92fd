import type { Text } from '../../_text/server.ts';

/** The order in which rules are shown, by what they are about; the keys are those of the server's shape. */
export const ruleGroups = {
  open: ['horizonDays', 'releaseTime', 'closeMinutes', 'nextDayCutoff', 'sameDayTime'],
  pools: ['townshipHours', 'publicHours', 'deskOpenMinutes'],
  cancel: ['cancelMinutes', 'expertCancelTime', 'cancelsMax', 'cancelDays'],
  person: ['perDay', 'openMax'],
  noShow: ['strikesMax', 'strikeDays', 'banDays', 'banScope'],
  wait: ['waitMinutes', 'waitEveMinutes', 'waitDayMinutes', 'returnFromMinutes', 'returnToMinutes'],
  day: [
    ...(['extraPerSession', 'checkInMinutes', 'lateMinutes', 'latePlaces', 'missedCalls'] as const),
    ...(['returnPlaces', 'elderAge'] as const),
  ],
} as const;

export type RuleGroup = keyof typeof ruleGroups;
export type RuleField = (typeof ruleGroups)[RuleGroup][number];
export const groupNames = Object.keys(ruleGroups) as RuleGroup[];
export const ruleFields: RuleField[] = groupNames.flatMap((group) => [...ruleGroups[group]]);

type Say = Pick<Text, 't'>['t'];

/** A rule's value, or both ends of its bounds, in words; numbers and times speak for themselves. */
export function ruleValue(t: Say, value: string | number): string {
  if (String(value).includes('–')) {
    const ends = String(value).split('–');
    return [...new Set(ends.map((end) => ruleValue(t, end)))].join('–');
  }
  if (value === '24:00') return t('rules.value.noCutoff');
  if (value === 'facility' || value === 'province') return t(`rules.value.${value}`);
  return String(value);
}

/** A rule's name; anything else, such as a department's, is shown as it is. */
export const ruleName = (t: Say, field: string): string =>
  (ruleFields as string[]).includes(field) ? t(`rules.field.${field as RuleField}`) : field;
