import type { Context } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';
import { typeOf } from './rules.ts';
import type { NoticeKind } from './schema.ts';

export type NoticeEntry = {
  residentId: string;
  kind: NoticeKind;
  params: Record<string, string | number>;
  link?: string;
  /** False: too small a matter for an SMS. */
  sms?: boolean;
};

const muted = (channel: 'message' | 'sms') =>
  `exists (select 1 from notice_choices c where c.resident_id = $1 and c.type = $7 and c.channel = '${channel}' and not c.wanted)`;

/**
 * Writes a message to the resident and queues its SMS, in the transaction of what it tells about. What the person
 * muted arrives read, or without an SMS; mandatory kinds know no muting. Hot: prepared.
 */
export async function tellResident(tx: Tx, ctx: Pick<Context, 'clock' | 'ids'>, entry: NoticeEntry): Promise<void> {
  const id = ctx.ids.next();
  const { rows } = await tx.client.query<{ smsState: string }>({
    name: 'insert-notice',
    text: `insert into notices (resident_id, id, kind, params, link, mandatory, created_at, read_at, sms_state)
           select $1::uuid, $2::uuid, $3, $4::jsonb, $5, $7 = 'mandatory', $6::timestamptz, case when ${muted('message')} then $6::timestamptz end,
             case when $8::boolean and not ${muted('sms')} then 'queued' else 'none' end
           returning sms_state as "smsState"`,
    values: [
      ...[entry.residentId, id, entry.kind, JSON.stringify(entry.params), entry.link ?? null, ctx.clock.now()],
      ...[typeOf[entry.kind], entry.sms ?? true],
    ],
  });
  if (rows[0]?.smsState !== 'queued') return;
  await enqueue(tx, 'notices-sms', { residentId: entry.residentId, noticeId: id }, { maxAttempts: 8 });
}
