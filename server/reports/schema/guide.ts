import { z } from 'zod';
import { placeView, regionCode } from '../schema.ts';

const count = z.number().int();
/** A number of people, or null where one to four would point at somebody. */
const people = count.nullable();

/** Visits of people who let the doctor see what they had told, and where they were seen in the end. */
export const guideFigures = z.object({
  visits: people,
  /** Seen in the department that was advised first, and in one of those advised. */
  first: people,
  among: people,
  /** Sent on to another department on the day (E16). */
  rerouted: people,
  /** Not told to call 120, yet seen in the emergency department or triaged as level 1 or 2. */
  urgent: people,
  /** Upper 95 % bound of `urgent` among `visits`; where the count is hidden, that of the most it can be. */
  urgentAtMost: z.number().nullable(),
});
export type GuideFigures = z.infer<typeof guideFigures>;

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
export const guideReportInput = z
  .object({
    regionCode: regionCode.nullish(),
    /** The last month of the report; left out: this one. */
    until: month.optional(),
    months: z.number().int().min(1).max(24).default(6),
    /** Only advice given by these rules. */
    rulesVersion: z.string().max(60).nullish(),
  })
  .default({ months: 6 });
export type GuideReportInput = z.infer<typeof guideReportInput>;

const named = z.object({ code: z.string(), name: z.string() });
export const guideReportOutput = z.object({
  region: placeView,
  from: z.string(),
  until: z.string(),
  rulesVersion: z.string().nullable(),
  /** Below this share the bar of E3 is kept. */
  bar: z.number(),
  /** Fewer people than this are not shown. */
  smallest: count,
  total: guideFigures,
  byMonth: z.array(guideFigures.extend({ month: z.string() })),
  byVersion: z.array(guideFigures.extend({ rules: z.string(), model: z.string() })),
  byFacility: z.array(guideFigures.extend({ facilityId: z.string(), name: z.string() })),
  byDepartment: z.array(guideFigures.extend(named.shape)),
  /** Advised one department first, seen in another; pairs of few people are summed in `otherPairs`. */
  pairs: z.array(z.object({ advised: named, seen: named, visits: count })),
  otherPairs: people,
  /** The stored cases as the rules in force read them now (E3: none may be missed). */
  cases: z.object({ stored: count, passing: count, emergencies: count, missed: count }),
  live: z.object({ rules: z.string(), model: z.string(), fromProgram: z.boolean(), unreadable: count }),
  /** What was advised in the whole province, counted without person, place or words. */
  advice: z.object({
    asked: people,
    outcomes: z.array(z.object({ outcome: z.enum(['advice', 'emergency', 'crisis', 'fever']), count: people })),
    departments: z.array(z.object({ code: z.string(), name: z.string(), count: people })),
    sureness: z.array(z.object({ sureness: z.enum(['sure', 'likely', 'unsure']), count: people })),
    ranks: z.array(z.object({ rank: count, count: people })),
  }),
  asOf: z.date(),
});
export type GuideReport = z.infer<typeof guideReportOutput>;
