import { z } from 'zod';
import { day, halfDay, numberType, sessionState } from '../schema.ts';

/** Local time of the region. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const feeFen = z.number().int().min(0).max(500_000);
const capacity = z.number().int().min(1).max(500);
const quota = z.number().int().min(0).max(500);
export const quotas = z.object({ desk: quota.optional(), referral: quota.optional(), 'same-day': quota.optional() });
export const reason = z.string().trim().min(2).max(100);

const planFields = {
  departmentId: z.string().max(40),
  practitionerId: z.string().max(60).nullable(),
  halfDay,
  startsAt: clockTime,
  endsAt: clockTime,
  numberType,
  feeFen,
  capacity,
  quotas,
};

/** The id is made by the client before sending, so a repeated send saves the same template. */
export const saveTemplateInput = z.object({
  id: z.uuid(),
  ...planFields,
  weekday: z.number().int().min(1).max(7),
  /** Over-subscribed: so long requests are taken from the release on, then drawn. Null: first come. */
  drawMinutes: z.number().int().min(30).max(2880).nullable().default(null),
  validFrom: day,
  validTo: day.nullable(),
});
export const templateView = saveTemplateInput.extend({
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  practitionerTitle: z.string().nullable(),
  /** The last day already laid out from this template. */
  publishedTo: day.nullable(),
  updatedAt: z.date(),
});
export const templatesOutput = z.object({ templates: z.array(templateView), asOf: z.date() });
export const endTemplateInput = z.object({ id: z.uuid(), lastDay: day });
/** Sessions after the last day that were published before and stay as they are. */
export const endTemplateOutput = z.object({ template: templateView, remaining: z.number() });

/** Numbers by state; their sum is what was released (design §3.5). */
export const ledger = z.object({
  free: z.number(),
  held: z.number(),
  booked: z.number(),
  used: z.number(),
  quarantined: z.number(),
  suspended: z.number(),
});
export const poolCount = z.object({ total: z.number(), free: z.number() });
export const poolTimes = z.partialRecord(z.enum(['referral', 'township', 'desk', 'same-day']), z.string());
export const consoleSession = z.object({
  facilityId: z.string(),
  id: z.string(),
  departmentId: z.string(),
  departmentName: z.string(),
  practitionerId: z.string().nullable(),
  practitionerName: z.string().nullable(),
  practitionerTitle: z.string().nullable(),
  date: day,
  halfDay,
  startsAt: z.date(),
  endsAt: z.date(),
  numberType,
  feeFen: z.number(),
  status: z.enum(['draft', 'published', 'halted', 'suspended', 'ended']),
  state: sessionState,
  releaseAt: z.date(),
  closeAt: z.date(),
  released: z.number(),
  ledger,
  pools: z.object({
    ...{ public: poolCount, desk: poolCount, referral: poolCount },
    ...{ township: poolCount, 'same-day': poolCount, extra: poolCount },
  }),
  /** When the unused numbers of each pool move on. */
  poolTimes,
  suspendReason: z.string().nullable(),
  templateId: z.string().nullable(),
  /** Kept in the hospital's own system: changed there, not here. */
  fromHospital: z.boolean(),
});
export type ConsoleSession = z.infer<typeof consoleSession>;
export const facilitySessionsInput = z.object({
  from: day,
  days: z.number().int().min(1).max(31).default(7),
  departmentId: z.string().max(40).optional(),
});
export const facilitySessionsOutput = z.object({ sessions: z.array(consoleSession), asOf: z.date() });

export const consoleSessionInput = z.object({ sessionId: z.uuid() });

/** Only what is given changes. Times can change only while nobody holds a number. */
export const changeSessionInput = z.object({
  sessionId: z.uuid(),
  feeFen: feeFen.optional(),
  capacity: capacity.optional(),
  practitionerId: z.string().max(60).optional(),
  startsAt: clockTime.optional(),
  endsAt: clockTime.optional(),
  reason,
});
export const changeSessionOutput = z.object({ session: consoleSession, told: z.number() });
export const addSessionInput = z.object({ id: z.uuid(), ...planFields, date: day, reason });

export const publicationDay = z.object({ date: day, sessions: z.number(), tickets: z.number() });
/** What a publication made, or would make at this moment. */
export const publicationView = z.object({
  from: day,
  to: day,
  sessions: z.number(),
  tickets: z.number(),
  days: z.array(publicationDay),
});

export const rulesFields = {
  horizonDays: z.number().int(),
  releaseTime: clockTime,
  closeMinutes: z.number().int(),
  /** 24:00 means: no cut-off. */
  nextDayCutoff: clockTime.or(z.literal('24:00')),
  sameDayTime: clockTime,
  townshipHours: z.number().int(),
  publicHours: z.number().int(),
  deskOpenMinutes: z.number().int(),
  cancelMinutes: z.number().int(),
  expertCancelTime: clockTime,
  perDay: z.number().int(),
  openMax: z.number().int(),
  cancelsMax: z.number().int(),
  cancelDays: z.number().int(),
  strikesMax: z.number().int(),
  strikeDays: z.number().int(),
  banDays: z.number().int(),
  banScope: z.enum(['facility', 'province']),
  waitMinutes: z.number().int(),
  waitEveMinutes: z.number().int(),
  waitDayMinutes: z.number().int(),
  returnFromMinutes: z.number().int(),
  returnToMinutes: z.number().int(),
  extraPerSession: z.number().int(),
  checkInMinutes: z.number().int(),
  lateMinutes: z.number().int(),
  latePlaces: z.number().int(),
  missedCalls: z.number().int(),
  returnPlaces: z.number().int(),
  elderAge: z.number().int(),
};
export const rulesView = z.object(rulesFields);
export const setRulesInput = z.object({ effectiveFrom: day, ...rulesFields, reason });
/** One entry of the log of changes (F11), newest first. */
export const ruleChange = z.object({
  id: z.string(),
  /** The facility's name, or null: the whole province. */
  facilityName: z.string().nullable(),
  kind: z.enum(['values', 'bounds', 'limits']),
  effectiveFrom: day,
  changes: z.array(
    z.object({
      field: z.string(),
      before: z.union([z.string(), z.number()]),
      after: z.union([z.string(), z.number()]),
    }),
  ),
  reason: z.string(),
  changedBy: z.string(),
  changedAt: z.date(),
});
export const rulesRow = z.object({
  ...rulesFields,
  /** Ours, or the province's default. */
  origin: z.enum(['facility', 'province']),
  effectiveFrom: day,
  changedBy: z.string(),
  changedAt: z.date(),
});
const bound = z.object({ min: z.union([z.number(), z.string()]), max: z.union([z.number(), z.string()]) });
export const rulesOutput = z.object({
  today: rulesView,
  rows: z.array(rulesRow),
  bounds: z.record(z.string(), bound),
  changes: z.array(ruleChange),
  /** The first day from which a change may take effect. */
  earliest: day,
});

export const staffDirectoryOutput = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  departments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      practitioners: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })),
    }),
  ),
});
