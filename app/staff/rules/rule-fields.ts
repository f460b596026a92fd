/** The order in which rules are shown; the keys are those of the server's shape. */
export const ruleFields = [
  'horizonDays',
  'releaseTime',
  'closeMinutes',
  'cancelMinutes',
  'expertCancelTime',
  'perDay',
  'openMax',
  'extraPerSession',
  'checkInMinutes',
  'lateMinutes',
  'latePlaces',
  'missedCalls',
  'returnPlaces',
  'elderAge',
] as const;
