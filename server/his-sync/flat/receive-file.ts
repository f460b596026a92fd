import type { Services } from '../../kernel/context.ts';
import { hospitalCode, provesKey } from '../own-key.ts';
import { checkFile } from './check-file.ts';
import type { BadRow, PassSheet, Upload } from './schema.ts';
import { takeFile } from './take-file.ts';
import { tellProblems } from './tell-problems.ts';

/** `checked`: it was only looked at, and nothing of it is kept. */
export type FileAnswer =
  | ({ checked: false; problems: BadRow[]; more: number } & Upload)
  | ({ checked: true } & PassSheet);
type Sent = { code: string; authorization: string | undefined; name: string; bytes: Uint8Array; check: boolean };

/** A hospital's own program sends a file, or has it checked, with the hospital's key; 401 or 404 for whoever has none. */
export async function receiveFile(services: Services, sent: Sent, requestId: string): Promise<FileAnswer | 401 | 404> {
  if (!hospitalCode.test(sent.code)) return 404;
  const { rows } = await services.db.pool.query<{ facilityId: string; hash: string }>({
    name: 'find-his-file-key',
    text: 'select facility_id as "facilityId", token_hash as hash from his_file_keys where facility_id = $1',
    values: [sent.code.toUpperCase()],
  });
  const known = rows[0];
  if (!known) return 404;
  if (!provesKey(services, 'his-file', sent.authorization, known.hash)) return 401;
  const { facilityId } = known;
  const rest = { requestId, channel: 'his', internal: false, sidHash: null } as const;
  const ctx = { ...services, actor: { kind: 'his', facilityId } as const, ...rest };
  const file = { name: sent.name, bytes: sent.bytes, via: 'key' } as const;
  if (sent.check) return { checked: true, ...(await checkFile(ctx, facilityId, file)) };
  const { bad, broken, ...counts } = await takeFile(ctx, facilityId, file);
  return { checked: false, ...counts, ...tellProblems(bad, broken, services.sealing.speakingIds) };
}
