import { notices } from '#db/schema/notices.ts';
import type { Context } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';
import type { NoticeKind } from './schema.ts';

export type NoticeEntry = {
  residentId: string;
  kind: NoticeKind;
  params: Record<string, string | number>;
  link?: string;
};

/** Writes a message to the resident and queues its SMS, in the transaction of what it tells about. */
export async function tellResident(tx: Tx, ctx: Pick<Context, 'clock' | 'ids'>, entry: NoticeEntry): Promise<void> {
  const id = ctx.ids.next();
  await tx.orm.insert(notices).values({ ...entry, id, createdAt: ctx.clock.now(), smsState: 'queued' });
  await enqueue(tx, 'notices-sms', { residentId: entry.residentId, noticeId: id }, { maxAttempts: 8 });
}
