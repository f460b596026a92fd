import { z } from 'zod';

export const numberType = z.enum(['ordinary', 'expert', 'special', 'chronic', 'return', 'mdt']);
export const halfDay = z.enum(['am', 'pm', 'evening']);
export const day = z.iso.date();

/** Why a session cannot be booked at this moment; `open` means it can. */
export const sessionState = z.enum(['open', 'draw', 'not-released', 'full', 'resting', 'closed', 'stopped', 'halted']);

/** Whom the department sees on that day. */
export const limits = z.object({
  sex: z.enum(['male', 'female']).nullable(),
  minAge: z.number().nullable(),
  maxAge: z.number().nullable(),
});

export const sessionView = z.object({
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
  state: sessionState,
  free: z.number(),
  released: z.number(),
  releaseAt: z.date(),
  closeAt: z.date(),
  /** From here on the day before, to here on the day itself, nothing can be booked (null: no such rest). */
  cutoffAt: z.date().nullable(),
  reopensAt: z.date().nullable(),
  /** Given by draw: requests are taken between these times. */
  drawOpensAt: z.date().nullable(),
  drawClosesAt: z.date().nullable(),
  limits: limits.nullable(),
});
export type SessionView = z.infer<typeof sessionView>;

export const windowView = z.object({
  start: z.date(),
  end: z.date(),
  free: z.number(),
  firstNumber: z.number().nullable(),
  /** Until when a number of this window can be cancelled. */
  cancelBy: z.date(),
});

/** Coming days of one department or doctor. */
export const browseInput = z
  .object({
    departmentId: z.string().max(40).optional(),
    practitionerId: z.string().max(60).optional(),
    from: day.optional(),
    days: z.number().int().min(1).max(31).default(7),
  })
  .refine((v) => v.departmentId !== undefined || v.practitionerId !== undefined, 'departmentId or practitionerId');
export const browseOutput = z.object({ sessions: z.array(sessionView), asOf: z.date() });

export const sessionInput = z.object({ facilityId: z.string().max(20), sessionId: z.uuid() });
export const sessionOutput = z.object({
  session: sessionView,
  facilityName: z.string(),
  place: z.string(),
  windows: z.array(windowView),
  /** What the resident should know before choosing. */
  cancelBy: z.date().nullable(),
  terms: z.object({
    ...{ perDay: z.number(), openMax: z.number(), cancelsMax: z.number(), cancelDays: z.number() },
    ...{ strikesMax: z.number(), strikeDays: z.number(), banDays: z.number() },
  }),
  /** Numbers kept for other channels, and when what is left of them moves on. */
  kept: z.array(
    z.object({ pool: z.enum(['referral', 'township', 'desk', 'same-day']), free: z.number(), opensAt: z.date() }),
  ),
  asOf: z.date(),
});
