import { z } from 'zod';

/** 替诊 for all clinics of a doctor over some days. */
export const substituteInput = z.object({
  practitionerId: z.string().max(60),
  substituteId: z.string().max(60),
  from: z.iso.date(),
  to: z.iso.date(),
  reason: z.string().trim().min(2).max(100),
});

export const substituteOutput = z.object({
  /** Each clinic by itself: `rule` says why it stayed as it was, null when the other doctor has it now. */
  clinics: z.array(
    z.object({
      sessionId: z.string(),
      departmentName: z.string(),
      date: z.string(),
      halfDay: z.enum(['am', 'pm', 'evening']),
      told: z.number().int(),
      rule: z.string().nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  changed: z.number().int(),
  told: z.number().int(),
});
export type Substituted = z.infer<typeof substituteOutput>;
