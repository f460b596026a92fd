import { createHash } from 'node:crypto';
import type { StreamName } from './streams.ts';

/** Chains a stream: changes of one facility, reads of one person, always fall into the same one. */
export const chainCount = 64;

const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The chain, 0–63, of a facility's changes or of a person's reads. */
export const chainOf = (owner: string): number => (sha256(owner)[0] ?? 0) % chainCount;

/** What the first link of a chain follows: its name, so that no two chains can change places. */
export const beginningOf = (stream: StreamName, chain: number): Buffer => sha256(`huimin audit ${stream} ${chain}`);

/** The hash of a link: of the 32 bytes before it and the row's canonical form. */
export const linkHash = (before: Buffer, form: string): Buffer => sha256(before, form);

export const digestOf = (...parts: (string | Buffer)[]): string => sha256(...parts).toString('hex');
