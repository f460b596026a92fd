import { z } from 'zod';
import { possibility } from '../booking/schema.ts';

const facilityId = z.string().max(20);
const reason = z.string().trim().min(4).max(500);
export const liftCause = z.enum(['came', 'facility', 'fault-window', 'appeal']);
export const missCause = z.enum([
  ...(['clinic-stopped', 'fault-window', 'hospital-not-told'] as const),
  ...(['nobody-seen', 'not-told', 'no-check-in'] as const),
]);

/** What a verdict rests on: how many others were seen, and which message reached the person how and when. */
export const evidence = z.object({
  seen: z.number(),
  noticeKind: z.string().nullable(),
  noticeAt: z.string().nullable(),
  noticeBy: z.enum(['sms', 'read']).nullable(),
  faultWindowId: z.string().nullable(),
});

export const appealView = z.object({
  status: z.enum(['open', 'granted', 'refused']),
  reason: z.string(),
  createdAt: z.date(),
  dueAt: z.date(),
  decidedAt: z.date().nullable(),
  answer: z.string().nullable(),
});
export const strikeView = z.object({
  appointmentId: z.string(),
  facilityId: z.string(),
  facilityName: z.string(),
  departmentName: z.string(),
  visitAt: z.date(),
  expiresAt: z.date(),
  liftedAt: z.date().nullable(),
  liftedCause: liftCause.nullable(),
  live: z.boolean(),
  evidence: evidence.nullable(),
  appeal: appealView.nullable(),
  canAppeal: possibility,
});
export const pauseView = z.object({
  scope: z.enum(['facility', 'province']),
  facilityName: z.string().nullable(),
  endsAt: z.date(),
});
/** One of the people the account acts for: what counts, what follows, and until when. */
export const conductPerson = z.object({
  residentId: z.string(),
  name: z.string(),
  live: z.number(),
  strikes: z.array(strikeView),
  pauses: z.array(pauseView),
  /** Numbers given back or changed within the days of the rule. */
  givenBack: z.number(),
});
export const conductOutput = z.object({
  people: z.array(conductPerson),
  /** The province's rule of today; a hospital may have its own inside the bounds. */
  rules: z.object({
    ...{ strikesMax: z.number(), strikeDays: z.number(), banDays: z.number() },
    ...{ cancelsMax: z.number(), cancelDays: z.number() },
  }),
  appealDays: z.number(),
  asOf: z.date(),
});
export const appealInput = z.object({ residentId: z.uuid(), appointmentId: z.uuid(), reason });

// ---- staff ----

export const missedInput = z.object({ days: z.number().int().min(1).max(90).default(30) });
export const missedRow = z.object({
  appointmentId: z.string(),
  code: z.string(),
  residentName: z.string(),
  phoneMasked: z.string(),
  departmentName: z.string(),
  visitAt: z.date(),
  verdict: z.enum(['strike', 'excused', 'unproven']),
  cause: missCause,
  evidence,
  liftedAt: z.date().nullable(),
  liftedCause: liftCause.nullable(),
});
export const missedOutput = z.object({ rows: z.array(missedRow), mayExcuse: z.boolean(), asOf: z.date() });
export const excuseInput = z.object({ appointmentId: z.uuid(), cause: z.enum(['came', 'facility']), reason });

// ---- officials ----

export const appealsInput = z.object({ decided: z.boolean().default(false) });
/** An appeal with what the decision needs; the person by a masked name only. */
export const appealRow = z.object({
  ...appealView.shape,
  ...{ residentId: z.string(), id: z.string(), appointmentId: z.string(), residentName: z.string() },
  ...{ facilityName: z.string(), departmentName: z.string(), visitAt: z.date() },
  evidence: evidence.nullable(),
  /** Strikes of this person that count now, this one included. */
  live: z.number(),
  decidedByName: z.string().nullable(),
});
export const appealsOutput = z.object({ appeals: z.array(appealRow), appealDays: z.number(), asOf: z.date() });
export const decideAppealInput = z.object({
  residentId: z.uuid(),
  appealId: z.uuid(),
  grant: z.boolean(),
  answer: reason,
});

export const declareFaultInput = z.object({
  /** One facility, or else an area; without either the official's own area. */
  facilityId: facilityId.nullish(),
  regionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullish(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  reason,
});
export const faultsOutput = z.object({
  faults: z.array(
    z.object({
      id: z.string(),
      place: z.string(),
      startsAt: z.date(),
      endsAt: z.date(),
      reason: z.string(),
      createdBy: z.string(),
      createdAt: z.date(),
    }),
  ),
  region: z.object({ code: z.string(), name: z.string() }),
});
