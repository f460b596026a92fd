import { z } from 'zod';
import { isSignedBy, type Signer } from '../kernel/signing.ts';
import { beginningOf, chainCount, digestOf } from './chain.ts';
import { type StreamName, streamNames } from './streams.ts';

const instant = z.iso.datetime();
/** How many links each chain has, and the hash of its last one in hex, by chain. */
const heads = z.object({
  counts: z.array(z.number().int().min(0)).length(chainCount),
  hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)).length(chainCount),
});
export type Heads = z.infer<typeof heads>;

/** What is signed. `since`: rows from this instant on were looked at, null: all; `next`: from where on the next one looks. */
const checkpointBody = z.strictObject({
  format: z.literal('huimin-audit/1'),
  number: z.number().int().min(1),
  at: instant,
  since: instant.nullable(),
  next: instant.nullable(),
  /** Digest of the checkpoint before it; null in the first. */
  before: z.string().nullable(),
  heads: z.strictObject({ changes: heads, reads: heads }),
});
export type Checkpoint = z.infer<typeof checkpointBody>;
export type StoredCheckpoint = { number: number; body: string; signature: Buffer };

/** As people note it down: a change of the body or of the signature changes it. */
export const checkpointDigest = ({ body, signature }: Pick<StoredCheckpoint, 'body' | 'signature'>): string =>
  digestOf(body, '\n', signature);

export const linksIn = ({ heads: all }: Checkpoint, stream: StreamName): number =>
  all[stream].counts.reduce((sum, n) => sum + n, 0);

/** The heads of chains in which nothing is yet. */
export const noHeads = (): Checkpoint['heads'] => {
  const of = (stream: StreamName): Heads => ({
    counts: Array.from({ length: chainCount }, () => 0),
    hashes: Array.from({ length: chainCount }, (_, chain) => beginningOf(stream, chain).toString('hex')),
  });
  return { changes: of('changes'), reads: of('reads') };
};

export function signCheckpoint(signer: Signer, checkpoint: Omit<Checkpoint, 'format'>): StoredCheckpoint {
  const body = JSON.stringify({ format: 'huimin-audit/1', ...checkpoint });
  return { number: checkpoint.number, body, signature: signer.sign(Buffer.from(body)) };
}

/** Throws if the body has not the form of one. */
export const readCheckpoint = (stored: Pick<StoredCheckpoint, 'body'>): Checkpoint =>
  checkpointBody.parse(JSON.parse(stored.body));

/** The checkpoint if it is genuine and follows the one before it; otherwise what is wrong with it. */
export function checkCheckpoint(
  stored: StoredCheckpoint,
  before: { checkpoint: Checkpoint; digest: string } | null,
  publicKeys: string[],
): Checkpoint | { fault: string } {
  if (!isSignedBy(publicKeys, Buffer.from(stored.body), stored.signature))
    return { fault: 'its signature is not the platform’s' };
  const checkpoint = readCheckpoint(stored);
  const expected = (before?.checkpoint.number ?? 0) + 1;
  if (checkpoint.number !== stored.number) return { fault: `it was signed as number ${checkpoint.number}` };
  if (checkpoint.number !== expected) return { fault: `number ${expected} is missing before it` };
  if (checkpoint.before !== (before?.digest ?? null)) return { fault: 'it does not follow from the one before it' };
  if (before && streamNames.some((name) => shrinks(before.checkpoint.heads[name], checkpoint.heads[name])))
    return { fault: 'a chain is shorter than in the one before it' };
  return checkpoint;
}

const shrinks = (before: Heads, now: Heads): boolean => before.counts.some((n, chain) => n > (now.counts[chain] ?? 0));
