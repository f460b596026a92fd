import type { Tx } from './transaction.ts';

/** Every job and what it carries: ids only, so that the queue holds no personal data. */
export type JobPayloads = {
  'his-tell': { facilityId: string };
  'his-tell-many': { facilityIds: string[] };
  'his-pull': { facilityId: string };
  'his-records': { facilityId: string };
  'his-refresh': { residentId: string; refreshId: string };
  'his-count': { facilityId: string };
  'his-reread': { facilityId: string; code: string };
  'his-schedule': Record<string, never>;
  'identity-judge-again': { facilityId: string; sourceIds: string[] };
  'identity-note-resident': { residentId: string };
  'identity-sweep': Record<string, never>;
  'booking-expire-holds': Record<string, never>;
  'booking-stop-session': { facilityId: string; sessionId: string; reason?: string };
  'booking-replace-offer': { facilityId: string; sessionId: string; number: number };
  'waitlist-serve': { facilityId: string; sessionId: string };
  'waitlist-withdraw': { facilityId: string; sessionId: string; number: number };
  'waitlist-tick': Record<string, never>;
  'stoppages-place': { facilityId: string; stoppageId: string };
  'ledger-check': Record<string, never>;
  'audit-seal': Record<string, never>;
  'behaviour-look': Record<string, never>;
  'draws-prepare': { facilityId: string };
  'draws-due': Record<string, never>;
  'draws-perform': { facilityId: string; sessionId: string };
  'reminders-send': { kind: 'week-before' | 'two-days-before' | 'day-before' | 'same-day' };
  'notices-sms': { residentId: string; noticeId: string };
  'notices-sms-many': { notices: { residentId: string; noticeId: string }[] };
  'schedules-publish': Record<string, never>;
  'schedules-open-pools': Record<string, never>;
  'cases-escalate': Record<string, never>;
  'conduct-judge': Record<string, never>;
  'conduct-excuse': { faultWindowId: string };
  'navigation-ship-rules': Record<string, never>;
  'navigation-expire-answers': Record<string, never>;
  'planning-prompts': { residentIds: string[] };
  'reviews-draw': { reviewId: string };
  'reviews-reread': { facilityId: string; itemId: string };
  'reviews-follow': Record<string, never>;
  'reports-count': Record<string, never>;
  'reports-months': Record<string, never>;
  'reports-planning': Record<string, never>;
};
export type JobName = keyof JobPayloads;

/** What somebody waits for goes first; messages already shown on the page go last. Lower runs earlier, 0 is usual. */
const priority: Partial<Record<JobName, number>> = {
  'booking-stop-session': -20,
  'stoppages-place': -20,
  'booking-replace-offer': -20,
  'waitlist-serve': -15,
  'waitlist-withdraw': -20,
  'draws-perform': -15,
  'his-tell': -10,
  'his-tell-many': -10,
  'his-refresh': -8,
  'his-pull': -5,
  'reviews-draw': -5,
  'reviews-reread': -5,
  'his-records': 5,
  'audit-seal': 5,
  'planning-prompts': 6,
  'identity-judge-again': 6,
  'identity-note-resident': 4,
  'identity-sweep': 8,
  'notices-sms': 10,
  'notices-sms-many': 10,
};

export type EnqueueOptions = {
  /** Jobs with the same key collapse into one while waiting. */
  key?: string;
  /** A waiting job with the same key keeps its own time. */
  keepRunAt?: boolean;
  runAt?: Date;
  maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  queue?: string;
};

/**
 * Queues a job in the transaction of the change it follows from: both happen, or neither. A job with a key is written at
 * the end, as its row is shared: held on the way, it made a cancellation and its clinic's stop wait for each other.
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  options: EnqueueOptions = {},
): Promise<void> {
  const write = () => addJob(tx, name, payload, options);
  if (options.key) tx.late.set(options.key, write);
  else await write();
}

const addJob = <N extends JobName>(tx: Tx, name: N, payload: JobPayloads[N], options: EnqueueOptions) =>
  tx.client.query({
    name: 'enqueue',
    text: `select graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := $4,
             max_attempts := $5, job_key := $6, job_key_mode := $7, priority := $8)`,
    values: [
      name,
      JSON.stringify(payload),
      options.queue ?? null,
      options.runAt ?? null,
      options.maxAttempts ?? 25,
      options.key ?? null,
      options.keepRunAt ? 'preserve_run_at' : 'replace',
      priority[name] ?? 0,
    ],
  });
