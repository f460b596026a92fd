import type { Context } from '../kernel/context.ts';
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
export type NoticeOf = { ctx: Pick<Context, 'ids'>; at: Date; entry: NoticeEntry };
export type NoticeRef = { residentId: string; noticeId: string };

const muted = (channel: 'message' | 'sms') =>
  `exists (select 1 from notice_choices c
           where c.resident_id = x.resident and c.type = x.type and c.channel = '${channel}' and not c.wanted)`;

/**
 * Writes messages in one statement and gives those that also go out as SMS. What a person muted arrives read, or
 * without an SMS; mandatory kinds know no muting. Hot: prepared.
 */
export async function insertNotices(tx: Tx, told: NoticeOf[]): Promise<NoticeRef[]> {
  const { rows } = await tx.client.query<NoticeRef & { smsState: string }>({
    name: 'insert-notices',
    text: `insert into notices (resident_id, id, kind, params, link, mandatory, created_at, read_at, sms_state)
           select resident, id, kind, params::jsonb, link, type = 'mandatory', at, case when ${muted('message')} then at end,
             case when sms and not ${muted('sms')} then 'queued' else 'none' end
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::boolean[])
             as x (resident, id, kind, params, link, at, type, sms)
           returning resident_id as "residentId", id as "noticeId", sms_state as "smsState"`,
    values: [
      told.map(({ entry }) => entry.residentId),
      told.map(({ ctx }) => ctx.ids.next()),
      told.map(({ entry }) => entry.kind),
      told.map(({ entry }) => JSON.stringify(entry.params)),
      told.map(({ entry }) => entry.link ?? null),
      told.map(({ at }) => at.toISOString()),
      told.map(({ entry }) => typeOf[entry.kind]),
      told.map(({ entry }) => entry.sms ?? true),
    ],
  });
  return rows.flatMap(({ smsState, ...ref }) => (smsState === 'queued' ? [ref] : []));
}
