import { addDays, regionDay, regionInstant } from '../kernel/clock.ts';

export type ReminderKind = 'week-before' | 'two-days-before' | 'day-before' | 'same-day';

type Plan = {
  daysBefore: number;
  /** Local time of the region. */
  at: string;
  /** unless-told: only to those who had no SMS of the two days before, as they booked later than that. */
  sms: 'never' | 'always' | 'unless-told';
};

/**
 * When people are reminded (domain.md A40, after what a large platform does; hours are our proposal of 2026): one
 * SMS for all visits of a day. Who books after an instant has just read it all in the confirmation.
 */
export const plans: Record<ReminderKind, Plan> = {
  'week-before': { daysBefore: 7, at: '15:00', sms: 'never' },
  'two-days-before': { daysBefore: 2, at: '10:00', sms: 'always' },
  'day-before': { daysBefore: 1, at: '15:00', sms: 'unless-told' },
  'same-day': { daysBefore: 0, at: '07:00', sms: 'never' },
};
export const reminderKinds = Object.keys(plans) as ReminderKind[];

/** A run later than this after its instant would come at a bad hour, so the day's other reminders have to do. */
export const graceHours = 6;

export type Due = { kind: ReminderKind; date: string; since: Date; sms: Plan['sms'] };

/** The visits that a reminder is for when it is sent at `now`, or null outside its time. */
export function dueAt(kind: ReminderKind, now: Date): Due | null {
  const { daysBefore, at, sms } = plans[kind];
  const today = regionDay(now);
  const since = regionInstant(today, at);
  const late = now.getTime() - since.getTime();
  if (late < 0 || late > graceHours * 3_600_000) return null;
  return { kind, date: addDays(today, daysBefore), since, sms };
}
