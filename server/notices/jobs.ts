import type { Services } from '../kernel/context.ts';
import { enqueue, type JobPayloads } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { findPhone } from './find-phone.ts';
import { noticeKind } from './schema.ts';
import { textOf } from './wording.ts';

type Row = { kind: string; params: Record<string, string | number>; sms_state: string; phone_sealed: string | null };

export const noticeJobs = {
  /** Sends one message as SMS: to the person's own phone, else to the family member who holds an account. */
  'notices-sms': async ({ residentId, noticeId }: JobPayloads['notices-sms'], services: Services): Promise<void> => {
    const { rows } = await services.db.pool.query<Row>(
      `select n.kind, n.params, n.sms_state, r.phone_sealed
       from notices n join residents r on r.id = n.resident_id
       where n.resident_id = $1 and r.id = $1 and n.id = $2`,
      [residentId, noticeId],
    );
    const row = rows[0];
    if (row?.sms_state !== 'queued') return; // told already: a job may run twice
    const settle = (state: 'sent' | 'none' | 'failed') =>
      services.db.pool.query('update notices set sms_state = $3 where resident_id = $1 and id = $2', [
        residentId,
        noticeId,
        state,
      ]);
    const kind = noticeKind.safeParse(row.kind);
    const phone = await findPhone(services, residentId, row.phone_sealed);
    if (!phone || !kind.success) {
      await settle('none');
      return;
    }
    const sent = await services.sms(services.sealing.open(phone), textOf(kind.data, row.params));
    if (!sent.ok) throw new Error(`SMS not accepted: ${sent.reason}`); // the queue tries again, less and less often
    await settle('sent');
  },
  /** The messages of one batch of bookings, some at once; what fails goes on by itself and is tried again. */
  'notices-sms-many': async ({ notices }: JobPayloads['notices-sms-many'], services: Services): Promise<void> => {
    const failed: typeof notices = [];
    const left = [...notices];
    const lane = async () => {
      for (let one = left.pop(); one; one = left.pop()) {
        const notice = one;
        await noticeJobs['notices-sms'](notice, services).catch(() => failed.push(notice));
      }
    };
    await Promise.all(Array.from({ length: smsAtOnce }, lane));
    if (failed.length === 0) return;
    await transact(services.db, async (tx) => {
      for (const notice of failed) await enqueue(tx, 'notices-sms', notice, { maxAttempts: 8 });
    });
  },
};

/** Messages of one job that are on their way at the same time. */
const smsAtOnce = 4;
