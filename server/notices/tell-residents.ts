import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';
import { insertNotices, type NoticeOf } from './insert-notices.ts';

/**
 * `tellResident` for many people in one transaction: one statement, and one job for all their SMS, because
 * queueing a job takes a lock at the commit that all commits share.
 */
export async function tellResidents(tx: Tx, told: NoticeOf[]): Promise<void> {
  const notices = await insertNotices(tx, told);
  if (notices.length > 0) await enqueue(tx, 'notices-sms-many', { notices }, { maxAttempts: 8 });
}
