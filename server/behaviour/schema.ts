import { z } from 'zod';

export const flagKind = z.enum(['many-accounts', 'many-people', 'many-actions', 'hand-over']);
export type FlagKind = z.infer<typeof flagKind>;
export const verdict = z.enum(['harmless', 'watch', 'pursue']);

export const flagView = z.object({
  id: z.string(),
  kind: flagKind,
  /** Who: masked phones of the accounts, or the first letters of an address's hash. */
  who: z.string(),
  count: z.number(),
  facilityName: z.string().nullable(),
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  verdict: verdict.nullable(),
  note: z.string().nullable(),
  reviewedAt: z.date().nullable(),
});
export type FlagView = z.infer<typeof flagView>;
export const listFlagsInput = z.object({ show: z.enum(['open', 'all']).default('open') });
/** From when on something is listed, so that the page can say so. */
const rules = z.object({
  accounts: z.number(),
  people: z.number(),
  actions: z.number(),
  minutes: z.number(),
  times: z.number(),
});
export const flagsOutput = z.object({ flags: z.array(flagView), rules, asOf: z.date() });
export const reviewInput = z.object({ flagId: z.uuid(), verdict, note: z.string().trim().min(2).max(200) });
