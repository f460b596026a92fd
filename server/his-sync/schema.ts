import { z } from 'zod';

const facilityId = z.string().max(20);

export const registerInput = z.object({
  facilityId,
  /** The hospital's FHIR R4 base. Keys travel to it, so it is https. */
  baseUrl: z.url({ protocol: /^https$/ }).max(300),
  authority: z.enum(['granted', 'confirmed']),
  /** Bearer we send; left out: the one kept so far, if the address stays the same. */
  token: z.string().min(8).max(500).nullish(),
  /** Bearer the hospital sends with its notices; left out: the one kept so far. */
  noticeToken: z.string().min(16).max(500).nullish(),
  maxConcurrency: z.number().int().min(1).max(16).default(4),
  timeoutMs: z.number().int().min(1000).max(60_000).default(10_000),
  maxBodyBytes: z.number().int().min(100_000).max(50_000_000).default(20_000_000),
});

export const switchInput = z.object({ facilityId, enabled: z.boolean(), reason: z.string().trim().min(1).max(200) });
export const endpointOutput = z.object({ facilityId: z.string(), enabled: z.boolean(), state: z.string() });
export type EndpointView = z.infer<typeof endpointOutput>;
