import { type ParsedCronItem, parseCrontab, type TaskList } from 'graphile-worker';
import { auditCrontab, auditJobs } from './audit/jobs.ts';
import { behaviourCrontab, behaviourJobs } from './behaviour/jobs.ts';
import { bookingJobs } from './booking/jobs.ts';
import { caseCrontab, caseJobs } from './cases/jobs.ts';
import { conductCrontab, conductJobs } from './conduct/jobs.ts';
import { drawCrontab, drawJobs } from './draws/jobs.ts';
import { planningJobs } from './family-planning/jobs.ts';
import { hisCrontab, hisJobs } from './his-sync/jobs.ts';
import type { Services } from './kernel/context.ts';
import type { JobName, JobPayloads } from './kernel/queue.ts';
import { ledgerCrontab, ledgerJobs } from './ledger/jobs.ts';
import { answerCrontab, answerJobs } from './navigation/answers/jobs.ts';
import { learnJobs } from './navigation/learn/jobs.ts';
import { noticeJobs } from './notices/jobs.ts';
import { identityCrontab, identityJobs } from './records/identity/jobs.ts';
import { reminderCrontab, reminderJobs } from './reminders/jobs.ts';
import { reportCrontab, reportJobs } from './reports/jobs.ts';
import { reviewCrontab, reviewJobs } from './reviews/jobs.ts';
import { scheduleCrontab, scheduleJobs } from './schedules/jobs.ts';
import { stoppageJobs } from './stoppages/jobs.ts';
import { waitlistCrontab, waitlistJobs } from './waitlist/jobs.ts';

type Jobs = { [N in JobName]: (payload: JobPayloads[N], services: Services) => Promise<void> };

/** Every job of every room; a name without a handler does not compile. */
const jobs: Jobs = {
  ...answerJobs,
  ...auditJobs,
  ...bookingJobs,
  ...caseJobs,
  ...conductJobs,
  ...behaviourJobs,
  ...drawJobs,
  ...hisJobs,
  ...identityJobs,
  ...learnJobs,
  ...ledgerJobs,
  ...noticeJobs,
  ...planningJobs,
  ...reminderJobs,
  ...reportJobs,
  ...reviewJobs,
  ...scheduleJobs,
  ...stoppageJobs,
  ...waitlistJobs,
};

const crontab = [
  '* * * * * booking-expire-holds ?jobKey=booking-expire-holds&max=2',
  auditCrontab,
  behaviourCrontab,
  drawCrontab,
  caseCrontab,
  conductCrontab,
  hisCrontab,
  identityCrontab,
  answerCrontab,
  ledgerCrontab,
  reminderCrontab,
  reportCrontab,
  reviewCrontab,
  scheduleCrontab,
  waitlistCrontab,
].join('\n');

/**
 * What comes round by the clock, in UTC. A job's rounds follow one another, at whatever worker: where one takes longer
 * than its interval the next waits, and those that wait are one by their key.
 */
export const rounds: ParsedCronItem[] = parseCrontab(crontab).map((round) => ({
  ...round,
  options: { ...round.options, queueName: round.task },
}));

/** Jobs that a process queues when it starts, in their line with the rounds, so that nothing waits for the first minute. */
export const startJobs: JobName[] = [
  'his-schedule',
  'audit-seal',
  'schedules-publish',
  'identity-sweep',
  'reports-count',
  'reports-months',
  'reports-planning',
  'ledger-check',
  'navigation-ship-rules',
];

/** The handlers as graphile-worker wants them. */
export function taskList(services: Services): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, run]) => {
      const handler = run as (payload: unknown, services: Services) => Promise<void>;
      return [name, async (payload: unknown) => handler(payload, services)];
    }),
  );
}
