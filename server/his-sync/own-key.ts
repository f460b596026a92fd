import { timingSafeEqual } from 'node:crypto';
import type { Services } from '../kernel/context.ts';

export const hospitalCode = /^[A-Za-z0-9]{1,20}$/;

/** Whether an Authorization header carries the key of which only the hash is kept; compared in constant time. */
export function provesKey(
  { sealing }: Pick<Services, 'sealing'>,
  kind: 'his-notice' | 'his-file',
  authorization: string | undefined,
  hash: string,
): boolean {
  const token = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(authorization ?? '')?.[1];
  const given = Buffer.from(sealing.hash(kind, token ?? ''));
  const kept = Buffer.from(hash);
  return token !== undefined && given.length === kept.length && timingSafeEqual(given, kept);
}
