import { z } from 'zod';

/** fever_clinic: go there first, other clinics do not take you; call_first: phone before leaving; stay_home: phone only. */
export const outbreakAction = z.enum(['fever_clinic', 'call_first', 'stay_home']);

/** An outbreak in an area, as people with fever there read it. */
export const outbreakView = z.object({
  id: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  disease: z.string(),
  action: outbreakAction,
  advice: z.object({ zh: z.string(), en: z.string() }),
  phone: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  sample: z.boolean(),
});
export type OutbreakView = z.infer<typeof outbreakView>;

export const outbreaksInput = z.object({
  regionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullish(),
});
export const outbreaksOutput = z.object({ notices: z.array(outbreakView), asOf: z.date() });

// ---- officials ----

export const outbreakRow = outbreakView.extend({
  state: z.enum(['coming', 'live', 'over', 'ended']),
  endedAt: z.date().nullable(),
  createdAt: z.date(),
  /** Made by an office above: to be read, not ended, here. */
  ownArea: z.boolean(),
});
export const ownOutbreaksOutput = z.object({
  notices: z.array(outbreakRow),
  region: z.object({ code: z.string(), name: z.string() }),
  today: z.string(),
});
export const declareOutbreakInput = z
  .object({
    regionCode: z.string().regex(/^\d{12}$/),
    disease: z.string().trim().min(2).max(40),
    action: outbreakAction,
    adviceZh: z.string().trim().min(4).max(300),
    adviceEn: z.string().trim().min(4).max(500),
    phone: z
      .string()
      .trim()
      .regex(/^[\d+\- ]{0,20}$/, 'phone')
      .default(''),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
  })
  .refine((notice) => notice.validFrom <= notice.validTo, { path: ['validTo'], error: 'ends-before-it-begins' });
export const endOutbreakInput = z.object({ id: z.uuid(), reason: z.string().trim().min(2).max(200) });
