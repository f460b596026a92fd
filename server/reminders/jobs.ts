import type { Services } from '../kernel/context.ts';
import { eachInTurn } from '../kernel/each-in-turn.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { dueAt, graceHours, plans, type ReminderKind, reminderKinds } from './rules.ts';
import { sendReminders } from './send-reminders.ts';

/**
 * One kind of reminder for the whole province. A facility is a transaction of its own, so one that fails does not
 * hold up the others; the job then fails, to be tried again, and tells nobody twice.
 */
async function send({ kind }: JobPayloads['reminders-send'], services: Services): Promise<void> {
  const due = dueAt(kind, services.clock.now());
  if (!due) return services.log.info({ kind }, 'too late for these reminders');
  const { rows } = await services.db.pool.query<{ facilityId: string }>(
    'select id as "facilityId" from facilities where bookable order by id',
  );
  let people = 0;
  try {
    await eachInTurn(services.log, 'reminders', rows, async ({ facilityId }) => {
      people += await sendReminders(services, facilityId, due);
    });
  } finally {
    services.log.info({ kind, date: due.date, people }, 'reminded');
  }
}

export const reminderJobs = { 'reminders-send': send };

/** Each at its local time, eight hours before in UTC; a worker that was down makes up for it while there is time. */
const line = (kind: ReminderKind): string => {
  const [hour = 0, minute = 0] = plans[kind].at.split(':').map(Number);
  return `${minute} ${(hour + 16) % 24} * * * reminders-send ?id=reminders-${kind}&fill=${graceHours}h {"kind":"${kind}"}`;
};
export const reminderCrontab = reminderKinds.map(line).join('\n');
