import type { Services } from '../kernel/context.ts';
import type { JobPayloads } from '../kernel/queue.ts';
import { noticeKind } from './schema.ts';
import { textOf } from './wording.ts';

type Row = { kind: string; params: Record<string, string | number>; sms_state: string; phone_sealed: string | null };

export const noticeJobs = {
  /** Sends one message as SMS: to the person's own phone, else to the family member who holds an account. */
  'notices-sms': async ({ residentId, noticeId }: JobPayloads['notices-sms'], services: Services): Promise<void> => {
    const { rows } = await services.db.pool.query<Row>(
      `select n.kind, n.params, n.sms_state, coalesce(
         (select a.phone_sealed from accounts a where a.resident_id = n.resident_id and a.kind = 'resident' and a.disabled_at is null limit 1),
         r.phone_sealed,
         (select a.phone_sealed from family_links l join accounts a on a.resident_id = l.resident_id
          where l.member_id = n.resident_id and l.ended_at is null and a.disabled_at is null order by l.created_at limit 1)) as phone_sealed
       from notices n join residents r on r.id = n.resident_id where n.resident_id = $1 and n.id = $2`,
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
    if (!row.phone_sealed || !kind.success) {
      await settle('none');
      return;
    }
    const sent = await services.sms(services.sealing.open(row.phone_sealed), textOf(kind.data, row.params));
    if (!sent.ok) throw new Error(`SMS not accepted: ${sent.reason}`); // the queue tries again, less and less often
    await settle('sent');
  },
};
