import { z } from 'zod';
import { words } from './places.ts';

export const numberType = z.enum(['ordinary', 'expert', 'special', 'chronic', 'return', 'mdt']);

/** What to do before coming (E14). */
export const preparationView = z.object({
  /** Hours without food; 0 when eating is fine. */
  fastingHours: z.number(),
  earlyMinutes: z.number(),
  oldResults: z.boolean(),
  companion: z.boolean(),
  documents: words,
  note: words,
});
export type Preparation = z.infer<typeof preparationView>;

export const preparationInput = z.object({ departmentId: z.string().max(40), numberType });

/** A facility's own row; null leaves the matter to the less specific row, and in the end to the platform's default. */
export const preparationRow = z.object({
  id: z.string(),
  departmentId: z.string(),
  numberType: z.union([numberType, z.literal('')]),
  test: z.string(),
  fastingHours: z.number().nullable(),
  earlyMinutes: z.number().nullable(),
  oldResults: z.boolean().nullable(),
  companion: z.boolean().nullable(),
  documents: z.string().nullable(),
  documentsEn: z.string().nullable(),
  note: z.string().nullable(),
  noteEn: z.string().nullable(),
  changedBy: z.string(),
  updatedAt: z.date(),
});
export type PreparationRow = z.infer<typeof preparationRow>;

export const knownTest = z.object({ code: z.string(), name: words, preparation: preparationView });
export const preparationBook = z.object({
  rows: z.array(preparationRow),
  departments: z.array(z.object({ id: z.string(), name: z.string(), effective: preparationView })),
  tests: z.array(knownTest),
});

const text = (max: number) => z.string().trim().max(max).nullish();
export const savePreparationInput = z
  .object({
    departmentId: z.string().max(40).default(''),
    numberType: z.union([numberType, z.literal('')]).default(''),
    test: z.string().max(30).default(''),
    fastingHours: z.number().int().min(0).max(24).nullish(),
    earlyMinutes: z.number().int().min(0).max(240).nullish(),
    oldResults: z.boolean().nullish(),
    companion: z.boolean().nullish(),
    documents: text(60),
    documentsEn: text(120),
    note: text(80),
    noteEn: text(160),
  })
  .refine((row) => row.test === '' || (row.departmentId === '' && row.numberType === ''), { path: ['test'] });
export const removePreparationInput = z.object({ id: z.uuid() });
