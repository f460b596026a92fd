import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { kinds } from '#fhir/flat/kinds.ts';
import type { Context } from '../../kernel/context.ts';
import { refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { applyRecords, type Taking } from '../apply-records.ts';
import { listWaiting } from '../record-rejects.ts';
import { findEndpoint } from '../registry.ts';
import { keepFile } from './keep-file.ts';
import { readFile } from './read-file.ts';
import { readRows } from './read-rows.ts';
import type { Upload } from './schema.ts';
import type { FileRead } from './source-row.ts';
import { type BadRow, takeRows } from './take-rows.ts';

const batch = 500;

export type SentFile = { name: string; bytes: Uint8Array; via: 'screen' | 'key' };
export type FileTaken = Upload & { bad: BadRow[]; broken: FileRead['broken'] };

/**
 * Takes over a file of a hospital without FHIR: rows that can be read go through the intake, the others are kept with their
 * reasons. The same file again changes nothing. A hospital whose records come by FHIR is refused, since what its own
 * reading does not mention would be taken for deleted.
 */
export async function takeFile(ctx: Context, facilityId: string, sent: SentFile): Promise<FileTaken> {
  const endpoint = await findEndpoint(ctx, facilityId);
  if (endpoint?.enabled) throw refused('file-hospital-connected');
  const now = ctx.clock.now();
  const taking: Taking = { ctx, facilityId, now };
  const file = readFile(sent.bytes);
  const { ready, bad } = readRows(file.rows, now);
  const sums = { written: 0, withdrawn: 0 };
  for (const { name, type } of kinds) {
    const rows = ready.filter(({ source }) => source.kind.name === name);
    for (let i = 0; i < rows.length; i += batch) {
      const done = await transact(ctx.db, (tx) => takeRows(tx, taking, type, rows.slice(i, i + batch)));
      sums.written += done.written;
      sums.withdrawn += done.withdrawn;
      bad.push(...done.bad);
      await breathe();
    }
    if (type !== 'Patient' && ready.some(({ source }) => source.kind.type === 'Patient'))
      await readWaiting(taking, type);
  }
  const waiting = bad.filter((one) => one.waits).length;
  const counts = {
    ...{ rows: file.rows.length, taken: file.rows.length - bad.length, ...sums, waiting },
    refused: bad.length - waiting + (file.broken ? 1 : 0),
  };
  const digest = createHash('sha256').update(sent.bytes).digest('hex');
  const faulty = new Set(bad.filter((one) => !one.waits).map((one) => one.source));
  const settled = ready
    .filter(({ source }) => !faulty.has(source))
    .map(({ source, row }) => ({ kind: source.kind.name, sourceId: row.id }));
  const id = await keepFile(ctx, facilityId, { ...sent, digest, counts, bad, broken: file.broken, settled });
  return { id, ...counts, bad, broken: file.broken };
}

/** What waited for a patient who may have come with this file. */
const readWaiting = ({ ctx, facilityId, now }: Taking, type: string): Promise<void> =>
  transact(ctx.db, async (tx) => {
    const waiting = await listWaiting(tx, facilityId, type);
    if (waiting.length > 0) await applyRecords(tx, { ctx, facilityId, now }, type, waiting);
  });
