import { timingSafeEqual } from 'node:crypto';
import type { Services } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';

export const noticeBytesMost = 64_000;
export type NoticeAnswer = 202 | 401 | 404;

/**
 * A hospital says that something of its own changed; it is pulled at once, several notices together. 202 only
 * after the commit. The words of the notice are not believed: what changed is read from the hospital itself.
 */
export async function receiveNotice(
  services: Services,
  code: string,
  authorization: string | undefined,
): Promise<NoticeAnswer> {
  if (!/^[A-Za-z0-9]{1,20}$/.test(code)) return 404;
  const { rows } = await services.db.pool.query<{ facilityId: string; hash: string | null; enabled: boolean }>({
    name: 'find-his-notice-key',
    text: 'select facility_id as "facilityId", notice_token_hash as hash, enabled from his_endpoints where facility_id = $1',
    values: [code.toUpperCase()],
  });
  const endpoint = rows[0];
  if (!endpoint?.hash) return 404;
  const token = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(authorization ?? '')?.[1];
  const given = Buffer.from(services.sealing.hash('his-notice', token ?? ''));
  const kept = Buffer.from(endpoint.hash);
  if (!token || given.length !== kept.length || !timingSafeEqual(given, kept)) return 401;
  const { facilityId } = endpoint;
  if (endpoint.enabled) {
    await transact(services.db, (tx) => enqueue(tx, 'his-pull', { facilityId }, { key: `pull:${facilityId}` }));
  }
  return 202;
}
