import { z } from 'zod';
import { isClinicalType } from '#fhir/resources/clinical/shapes.ts';
import type { Services } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { hospitalCode, provesKey } from './own-key.ts';
import { bookingTypes, directoryTypes } from './rules.ts';

export const noticeBytesMost = 64_000;
export type NoticeAnswer = 202 | 401 | 404;

/**
 * A hospital says that something of its own changed; it is pulled at once, several notices together. 202 only
 * after the commit. Its words are not believed but as a hint what to read first: what changed is read from the hospital.
 */
export async function receiveNotice(
  services: Services,
  code: string,
  authorization: string | undefined,
  body = '',
): Promise<NoticeAnswer> {
  if (!hospitalCode.test(code)) return 404;
  const { rows } = await services.db.pool.query<{ facilityId: string; hash: string | null; enabled: boolean }>({
    name: 'find-his-notice-key',
    text: 'select facility_id as "facilityId", notice_token_hash as hash, enabled from his_endpoints where facility_id = $1',
    values: [code.toUpperCase()],
  });
  const endpoint = rows[0];
  if (!endpoint?.hash) return 404;
  if (!provesKey(services, 'his-notice', authorization, endpoint.hash)) return 401;
  const { facilityId } = endpoint;
  if (endpoint.enabled) {
    const { booking, records } = hurriedBy(body);
    await transact(services.db, async (tx) => {
      if (booking) await enqueue(tx, 'his-pull', { facilityId }, { key: `pull:${facilityId}` });
      if (records) await enqueue(tx, 'his-records', { facilityId }, { key: `records:${facilityId}` });
    });
  }
  return 202;
}

/** What is read at once: what the notice names, and everything if it names nothing that is known. */
function hurriedBy(body: string): { booking: boolean; records: boolean } {
  const parsed = noticeBody.safeParse(parsedOf(body));
  const named = parsed.success ? parsed.data.resourceTypes : [];
  const records = named.some(isClinicalType);
  const booking = named.some((type) => bookable.has(type));
  return records || booking ? { records, booking } : { records: true, booking: true };
}

const bookable: ReadonlySet<string> = new Set([...directoryTypes, ...bookingTypes]);
const noticeBody = z.object({ resourceTypes: z.array(z.string().max(64)).max(200) });

function parsedOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
