/** Sign-in limits (our proposal, domain.md §3.1: "three-factor" checks; kept strict because codes are six digits). */
export const signInRules = {
  codeMinutes: 5,
  codeAttempts: 5,
  resendSeconds: 60,
  codesPerHour: 6,
  residentSessionDays: 30,
  workSessionHours: 12,
  passwordFailures: 5,
  lockMinutes: 15,
} as const;

export type CodeHistory = { createdAt: Date }[];

/** Seconds to wait before another code may be sent to this phone; 0 means now. */
export function secondsUntilNextCode(history: CodeHistory, now: Date): number {
  const ages = history.map((code) => (now.getTime() - code.createdAt.getTime()) / 1000).sort((a, b) => a - b);
  const sinceLast = ages[0] === undefined ? 0 : Math.max(0, signInRules.resendSeconds - ages[0]);
  const oldest = ages[signInRules.codesPerHour - 1];
  const sinceBurst = oldest === undefined ? 0 : Math.max(0, 3600 - oldest);
  return Math.ceil(Math.max(sinceLast, sinceBurst));
}

/** When a new sign-in session ends. */
export function sessionEnd(kind: 'resident' | 'staff' | 'official', now: Date): Date {
  const hours = kind === 'resident' ? signInRules.residentSessionDays * 24 : signInRules.workSessionHours;
  return new Date(now.getTime() + hours * 3_600_000);
}
