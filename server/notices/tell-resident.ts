import type { Context } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';
import { insertNotices, type NoticeEntry } from './insert-notices.ts';

/** Writes a message to the resident and queues its SMS, in the transaction of what it tells about. */
export async function tellResident(tx: Tx, ctx: Pick<Context, 'clock' | 'ids'>, entry: NoticeEntry): Promise<void> {
  for (const notice of await insertNotices(tx, [{ ctx, at: ctx.clock.now(), entry }]))
    await enqueue(tx, 'notices-sms', notice, { maxAttempts: 8 });
}
