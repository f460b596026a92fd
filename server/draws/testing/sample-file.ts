import { randomUUID } from 'node:crypto';
import { digestOf } from '../check-public-file.ts';
import { commitmentOf, drawOrder, format, listHashOf, newSeed } from '../draw-order.ts';
import type { PublicFile } from '../schema/public-file.ts';

const channels = ['web', 'desk', 'phone', 'grassroots'] as const;

/** A finished draw as it is published: `count` requests for numbers 1 to `numbers`. */
export function sampleFile(count: number, numbers: number): PublicFile {
  const seed = newSeed();
  const [facilityId, sessionId] = ['H0001', randomUUID()];
  const opensAt = new Date('2026-05-04T00:00:00Z');
  const closesAt = new Date('2026-05-04T10:00:00Z');
  const listed = Array.from({ length: count }, (_, i) => ({ id: randomUUID(), channel: channels[i % 4] ?? 'web' }));
  const order = drawOrder(seed, listed);
  const entries = listed
    .map((entry) => {
      const place = order.indexOf(entry.id);
      return place < numbers
        ? { ...entry, result: 'won' as const, ticket: place + 1 }
        : { ...entry, result: 'lost' as const };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const file: Omit<PublicFile, 'digest'> = {
    ...{ format, facilityId, sessionId, seed, entries },
    ...{ facilityName: '样例医院', departmentName: '内科', practitionerName: null, date: '2026-05-18', halfDay: 'am' },
    ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    commitment: commitmentOf({ facilityId, sessionId, opensAt, closesAt }, seed),
    committedAt: '2026-05-03T00:00:00.000Z',
    listHash: listHashOf(listed),
    drawnAt: '2026-05-04T10:00:05.000Z',
    tickets: Array.from({ length: numbers }, (_, i) => i + 1),
  };
  return { ...file, digest: digestOf(file) };
}

/** The file as a careful forger would leave it: changed, and every hash that can be made anew made anew. */
export function forged(file: PublicFile, change: (copy: PublicFile) => void): PublicFile {
  const copy = structuredClone(file);
  change(copy);
  return { ...copy, digest: digestOf(copy) };
}
