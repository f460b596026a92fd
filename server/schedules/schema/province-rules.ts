import { z } from 'zod';
import { day } from '../schema.ts';
import { reason, ruleChange, rulesFields, rulesView } from './console.ts';

const end = z.union([z.number().int().min(0).max(2000), z.string().max(10)]);
const names = Object.keys(rulesFields) as (keyof typeof rulesFields)[];
/** For every rule both ends; that they are of the rule's own kind is checked where they are set. */
export const boundsView = z.record(z.enum(names), z.object({ min: end, max: end }));

export const setBoundsInput = z.object({ effectiveFrom: day, bounds: boundsView, reason });

/** What the province sets, what holds where a facility has no rules of its own, and what was changed when by whom. */
export const provinceRulesOutput = z.object({
  bounds: boundsView,
  values: rulesView,
  coming: z.array(z.object({ effectiveFrom: day, bounds: boundsView })),
  changes: z.array(ruleChange),
  earliest: day,
  /** Only the province's own officials may change them. */
  mayChange: z.boolean(),
  asOf: z.date(),
});

const age = z.number().int().min(0).max(120).nullable();
const limitFields = { sex: z.enum(['male', 'female']).nullable(), minAge: age, maxAge: age };
export const setLimitsInput = z.object({
  departmentId: z.string().max(40),
  effectiveFrom: day,
  ...limitFields,
  reason,
});
/** Whom each department of the facility sees: today, and from coming days on. */
export const limitsOutput = z.object({
  departments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      dated: z.array(z.object({ effectiveFrom: day, ...limitFields, holds: z.boolean() })),
    }),
  ),
  earliest: day,
});
