import { z } from 'zod';

/** Why a hospital brought nothing this time: switched off, resting after failures, or how this one failed. */
export const troubles = ['off', 'resting', 'slow', 'silent', 'busy', 'refusing', 'failing', 'unreadable'] as const;
export type Trouble = (typeof troubles)[number];

export const refreshInput = z.object({ residentId: z.uuid() });

export const refreshedHospital = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  state: z.enum(['waiting', 'done', 'failed']),
  /** Entries added, changed and withdrawn. */
  news: z.number().int(),
  trouble: z.enum(troubles).nullable(),
});
export const refreshOutput = z.object({
  askedAt: z.date().nullable(),
  running: z.boolean(),
  /** When it may be asked for again; null: now. */
  nextAt: z.date().nullable(),
  hospitals: z.array(refreshedHospital),
});
export type RefreshView = z.infer<typeof refreshOutput>;
