import { z } from 'zod';
import { methods } from '../../family-planning/schema/methods.ts';
import { placeView, regionCode } from '../schema.ts';
import { rateView } from './statistics.ts';

/** A number of people; null where it, or a sum with it, would point at one to four of them. */
const people = z.number().int().nullable();
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

export const planningShare = z.enum(['checked', 'early', 'outcome']);
export type PlanningShare = z.infer<typeof planningShare>;
export const planningFiguresView = z.object({
  registered: people,
  couplesChecked: people,
  shares: z.record(planningShare, rateView),
  /** People served, by the method they left with. */
  served: z.record(z.enum(methods), people),
});
export type PlanningFigures = z.infer<typeof planningFiguresView>;

export const planningReportInput = z
  .object({
    regionCode: regionCode.nullish(),
    /** Left out: the last month that is over. */
    month: month.optional(),
  })
  .default({});
export type PlanningReportInput = z.infer<typeof planningReportInput>;

export const planningReportOutput = z.object({
  region: placeView,
  trail: z.array(placeView),
  month: z.string(),
  /** Months that may be asked for, the latest first. */
  months: z.array(z.string()),
  total: planningFiguresView,
  /** Regions below, of those that told anything. */
  regions: z.array(placeView.extend({ figures: planningFiguresView })),
  byMonth: z.array(z.object({ month: z.string(), figures: planningFiguresView })),
  /** What townships are asked to reach, in percent. */
  targets: z.record(planningShare, z.number().int()),
  smallest: z.number().int(),
  /** Places with a book of contraceptives as of now, and how many of them have something to see to. */
  stock: z.object({
    places: z.number().int(),
    short: z.number().int(),
    expiring: z.number().int(),
    expired: z.number().int(),
  }),
  countedAt: z.date().nullable(),
  asOf: z.date(),
});
export type PlanningReport = z.infer<typeof planningReportOutput>;
