import type { Services } from '../kernel/context.ts';
import { enqueue, type JobPayloads } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
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

/** Sealed number to write to: the person's own account's, else the one on record, else that of the first to link them. */
async function findPhone({ db }: Pick<Services, 'db'>, residentId: string, onRecord: string | null) {
  const [own] = await phonesOf(db, [residentId]);
  if (own) return own.phone;
  if (onRecord) return onRecord;
  const { rows: holders } = await db.pool.query<{ id: string }>(
    'select resident_id as id from family_links where member_id = $1 and ended_at is null order by created_at',
    [residentId],
  );
  const ids = holders.map((holder) => holder.id);
  const phones = await phonesOf(db, ids);
  return phones.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))[0]?.phone ?? null;
}

async function phonesOf(db: Services['db'], residentIds: string[]): Promise<{ id: string; phone: string }[]> {
  const { rows } = await db.pool.query<{ id: string; phone: string }>(
    `select resident_id as id, phone_sealed as phone from accounts
     where resident_id = any($1::uuid[]) and kind = 'resident' and phone_sealed is not null and disabled_at is null`,
    [residentIds],
  );
  return rows;
}
