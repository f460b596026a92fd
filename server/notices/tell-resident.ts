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

/** Writes a message to the resident and queues its SMS, in the transaction of what it tells about. Hot: prepared. */
export async function tellResident(tx: Tx, ctx: Pick<Context, 'clock' | 'ids'>, entry: NoticeEntry): Promise<void> {
  const id = ctx.ids.next();
  await tx.client.query({
    name: 'insert-notice',
    text: `insert into notices (resident_id, id, kind, params, link, created_at, sms_state)
           values ($1, $2, $3, $4, $5, $6, 'queued')`,
    values: [entry.residentId, id, entry.kind, JSON.stringify(entry.params), entry.link ?? null, ctx.clock.now()],
  });
  await enqueue(tx, 'notices-sms', { residentId: entry.residentId, noticeId: id }, { maxAttempts: 8 });
}
