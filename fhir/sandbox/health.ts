import { z } from 'zod';
import type { FhirResource } from '../resources/resource.ts';

/** How ill a hospital is. All off is healthy. */
export const healthSchema = z.strictObject({
  slowMs: z.number().int().nonnegative().max(600_000).default(0),
  hang: z.boolean().default(false),
  fail: z.union([z.literal(0), z.literal(500), z.literal(503), z.literal(429)]).default(0),
  retryAfter: z.number().int().nonnegative().default(0),
  truncate: z.boolean().default(false),
  duplicate: z.boolean().default(false),
  reorder: z.boolean().default(false),
  foreignNext: z.url().nullable().default(null),
  redirect: z.url().nullable().default(null),
  huge: z.boolean().default(false),
  skewMs: z.number().int().default(0),
  rejectBookings: z.boolean().default(false),
  silentBookings: z.boolean().default(false),
});
export type Health = z.infer<typeof healthSchema>;
export const wellness: Health = healthSchema.parse({});

/** `null` heals; otherwise the given switches are changed and the rest stays. */
export function mergeHealth(current: Health, change: unknown): Health {
  if (change === null) return wellness;
  return healthSchema.parse({ ...current, ...z.record(z.string(), z.unknown()).parse(change) });
}

type Entry = { resource?: FhirResource };
type Page = FhirResource & { entry?: Entry[]; link?: { relation: string; url: string }[] };

/** Spoils search pages: repeats, disorder and links elsewhere. Remembers the last page to repeat from it. */
export function createSpoiler() {
  let last: Entry[] = [];
  return (body: FhirResource, health: Health): FhirResource => {
    if (body.resourceType !== 'Bundle' || body.type !== 'searchset') return body;
    const page = body as Page;
    let entry = page.entry ?? [];
    if (health.reorder) entry = [...entry].reverse();
    if (health.duplicate) {
      const again = [...last.slice(-3), ...entry, ...entry.slice(0, 3)];
      last = entry;
      entry = again;
    }
    const kept = (page.link ?? []).filter((one) => one.relation !== 'next');
    const link = health.foreignNext ? [...kept, { relation: 'next', url: health.foreignNext }] : page.link;
    return { ...page, ...(link ? { link } : {}), ...(entry.length ? { entry } : {}) };
  };
}
