import { z } from 'zod';
import { placeView, regionCode } from '../schema.ts';

const count = z.number().int();
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

export const indicator = z.enum(['booking', 'timed', 'return', 'unused', 'stopped', 'wait']);
export type Indicator = z.infer<typeof indicator>;
export const grouping = z.enum(['region', 'facility', 'department', 'month']);
export type Grouping = z.infer<typeof grouping>;

/** A rate with what it is made of. Null where one to four people would be pointed at; `wait` is in days. */
export const rateView = z.object({ part: count.nullable(), whole: count.nullable(), value: z.number().nullable() });
export type RateView = z.infer<typeof rateView>;
export const ratesView = z.record(indicator, rateView);
export type RatesView = z.infer<typeof ratesView>;

export const statisticsInput = z
  .object({
    regionCode: regionCode.nullish(),
    /** The last month; left out: this one, as far as it is over. */
    until: month.optional(),
    months: z.number().int().min(1).max(12).default(3),
    by: grouping.default('region'),
  })
  .default({ months: 3, by: 'region' });
export type StatisticsInput = z.infer<typeof statisticsInput>;

export const targetView = z.object({
  indicator,
  scope: z.enum(['all', 'tertiary', 'dental', 'antenatal']),
  validFrom: z.string(),
  /** Percent; more than it where `strictly`, else as much or more. */
  atLeast: count,
  strictly: z.boolean(),
  source: z.string(),
  sourceDate: z.string(),
  rate: rateView,
  /** Null where there is nothing to measure, or it is hidden. */
  met: z.boolean().nullable(),
});

export const statisticsOutput = z.object({
  region: placeView,
  trail: z.array(placeView),
  from: z.string(),
  until: z.string(),
  by: grouping,
  total: ratesView,
  rows: z.array(z.object({ key: z.string(), name: z.string(), rates: ratesView })),
  /** Rows that were left out of a long list. */
  more: count,
  targets: z.array(targetView),
  /** Counts of people from one to this less one are hidden. */
  smallest: count,
  /** Some of it is invented, for the demo. */
  sample: z.boolean(),
  countedAt: z.date().nullable(),
  asOf: z.date(),
});
export type Statistics = z.infer<typeof statisticsOutput>;
