import { z } from 'zod';
import { adviceClasses, exitMethods, methods } from './methods.ts';

const day = z.iso.date();
const conditions = z.array(z.string().max(60)).max(40);
const category = z.literal([1, 2, 3, 4]);

export const needs = ['start', 'continue', 'change', 'stop'] as const;
export const agreements = ['spoken', 'written'] as const;

/** Asked before anything is written: what the table in force says of every method for these conditions. */
export const eligibilityInput = z.object({ residentId: z.uuid(), conditions, need: z.enum(needs), on: day });
export const methodVerdict = z.object({
  method: z.enum(methods),
  category: category.nullable(),
  advice: z.enum(adviceClasses),
  /** Conditions that led to it, the weightiest first. */
  reasons: z.array(z.object({ condition: z.string(), category: category.nullable() })),
});
export type MethodVerdict = z.infer<typeof methodVerdict>;
export const eligibilityOutput = z.object({
  table: z.object({ edition: z.string(), from: day, source: z.string() }),
  methods: z.array(methodVerdict),
});

export const recordServiceInput = z.object({
  residentId: z.uuid(),
  /** Made by the form: saved twice it is one service. */
  key: z.uuid(),
  servedOn: day,
  need: z.enum(needs),
  desiredMethod: z.enum(methods),
  conditions,
  method: z.enum(exitMethods),
  agreed: z.enum(agreements),
  /** Who decided and why, where the table says 3 or 4, or does not know. */
  clinician: z.string().trim().max(40).default(''),
  clinicianReason: z.string().trim().max(300).default(''),
  quantity: z.number().int().min(0).max(200).default(0),
  lot: z.string().trim().max(30).default(''),
  note: z.string().trim().max(500).default(''),
});
export const recordedService = z.object({ serviceId: z.uuid(), nextOn: day.nullable() });

export const serviceView = z.object({
  id: z.uuid(),
  facilityId: z.string(),
  facilityName: z.string(),
  servedOn: day,
  workerName: z.string(),
  need: z.enum(needs),
  desiredMethod: z.enum(methods),
  method: z.enum(exitMethods),
  conditions: z.array(z.string()),
  eligibilityTable: z.string(),
  category: category.nullable(),
  advice: z.enum(adviceClasses),
  clinician: z.string(),
  clinicianReason: z.string(),
  agreed: z.enum(agreements),
  quantity: z.number().int(),
  lot: z.string(),
  note: z.string(),
});
export type ServiceView = z.infer<typeof serviceView>;
