import { createHash, createHmac, randomBytes } from 'node:crypto';

/** What a seed is promised for: the seed of one session cannot be shown as that of another. */
export type Promised = { facilityId: string; sessionId: string; opensAt: Date; closesAt: Date };
export type Listed = { id: string; channel: string };

export const format = 'huimin-draw-1';

const sha256 = (lines: string[]) => createHash('sha256').update(lines.join('\n')).digest('hex');

/** 256 random bits as hex, which nobody can guess from their hash. */
export const newSeed = (): string => randomBytes(32).toString('hex');

/** Published before the first request: the seed cannot be changed afterwards. */
export const commitmentOf = (promised: Promised, seed: string): string =>
  sha256([
    format,
    ...[promised.facilityId, promised.sessionId, promised.opensAt.toISOString(), promised.closesAt.toISOString()],
    seed,
  ]);

/** Hash of the requests as they stood at the close, whatever order they came in. */
export const listHashOf = (entries: Listed[]): string =>
  sha256(entries.map(({ id, channel }) => `${id} ${channel}`).sort());

/**
 * The order of the draw: by HMAC-SHA-256(seed, hash of the list, id). Neither time nor channel has a part in it, and as
 * the hash of the whole list goes in, nobody who knew the seed could pick a winning id before the last request is in.
 */
export function drawOrder(seed: string, entries: Listed[]): string[] {
  const listHash = listHashOf(entries);
  const secret = Buffer.from(seed, 'hex');
  const keyed = entries.map(({ id }) => ({
    id,
    key: createHmac('sha256', secret).update(`${listHash}\n${id}`).digest('hex'),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
}
