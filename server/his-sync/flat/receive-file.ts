import type { Services } from '../../kernel/context.ts';
import { hospitalCode, provesKey } from '../own-key.ts';
import { wordRow } from './queries.ts';
import type { BadRow, Upload } from './schema.ts';
import { type FileTaken, takeFile } from './take-file.ts';

/** More are on the page of the file. */
const toldMost = 500;

export type FileAnswer = Upload & { problems: BadRow[]; more: number };
type Sent = { code: string; authorization: string | undefined; name: string; bytes: Uint8Array };

/** A hospital's own program sends a file, with the hospital's key; 401 or 404 for whoever has none. */
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
  return answerOf(await takeFile(ctx, facilityId, { name: sent.name, bytes: sent.bytes, via: 'key' }));
}

function answerOf({ bad, broken, ...counts }: FileTaken): FileAnswer {
  const rows = bad.map(({ source, sourceId, faults, waits }) => ({
    ...{ kind: source.kind.name, line: source.line, sourceId, faults, waits, settled: false },
  }));
  if (broken) rows.unshift({ ...broken, kind: '', sourceId: '', waits: false, settled: false });
  return {
    ...counts,
    problems: rows.slice(0, toldMost).map((row) => wordRow(row)),
    more: Math.max(0, rows.length - toldMost),
  };
}
