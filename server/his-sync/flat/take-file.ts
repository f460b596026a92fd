import { createHash } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';
import { refused } from '../../kernel/errors.ts';
import { transact } from '../../kernel/transaction.ts';
import { findEndpoint } from '../registry.ts';
import { keepFile } from './keep-file.ts';
import { readFile } from './read-file.ts';
import type { Upload } from './schema.ts';
import type { FileRead } from './source-row.ts';
import type { BadRow } from './take-rows.ts';
import { takeTables } from './take-tables.ts';
import { whileFree } from './while-free.ts';

export type SentFile = { name: string; bytes: Uint8Array; via: 'screen' | 'key' };
export type FileTaken = Upload & { bad: BadRow[]; broken: FileRead['broken'] };

/**
 * Takes over a file of a hospital without FHIR: rows that can be read go through the intake, the others are kept with their
 * reasons. The same file again changes nothing. A hospital whose records come by FHIR is refused, since what its own
 * reading does not mention would be taken for deleted.
 */
export async function takeFile(ctx: Context, facilityId: string, sent: SentFile): Promise<FileTaken> {
  await expectUnconnected(ctx, facilityId);
  const taking = { ctx, facilityId, now: ctx.clock.now() };
  const file = readFile(sent.bytes);
  const { counts, ready, bad } = await whileFree(ctx, () => takeTables((step) => transact(ctx.db, step), taking, file));
  const digest = createHash('sha256').update(sent.bytes).digest('hex');
  const faulty = new Set(bad.filter((one) => !one.waits).map((one) => one.source));
  const settled = ready
    .filter(({ source }) => !faulty.has(source))
    .map(({ source, row }) => ({ kind: source.kind.name, sourceId: row.id }));
  const id = await keepFile(ctx, facilityId, { ...sent, digest, counts, bad, broken: file.broken, settled });
  return { id, ...counts, bad, broken: file.broken };
}

/** Two ways at once would undo each other. */
export async function expectUnconnected(ctx: Context, facilityId: string): Promise<void> {
  const endpoint = await findEndpoint(ctx, facilityId);
  if (endpoint?.enabled) throw refused('file-hospital-connected');
}
