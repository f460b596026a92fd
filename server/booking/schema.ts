import { z } from 'zod';

export const appointmentStatus = z.enum(['held', 'booked', 'arrived', 'fulfilled', 'noshow', 'cancelled', 'rejected']);
/** Made by the client before sending, kept over retries: the same key never books twice. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

export const bookInput = z.object({
  key: idempotencyKey,
  facilityId: z.string().max(20),
  sessionId: z.uuid(),
  residentId: z.uuid(),
  /** Start of the wished time window; left out: the first free number. */
  windowStart: z.coerce.date().nullish(),
  /** Pass of the line at the release, while there is one (server/rush). */
  pass: z.string().max(200).nullish(),
});

export const rescheduleInput = bookInput
  .omit({ residentId: true })
  .extend({ appointmentId: z.uuid(), fromFacilityId: z.string().max(20) });
export const cancelInput = z.object({
  facilityId: z.string().max(20),
  appointmentId: z.uuid(),
  reason: z.string().trim().max(100).default(''),
});
export const appointmentInput = z.object({ facilityId: z.string().max(20), appointmentId: z.uuid() });

/** An action with whether it is possible now, and if not, the rule that says so. */
export const possibility = z.object({ can: z.boolean(), rule: z.string().nullable() });

export const appointmentView = z.object({
  facilityId: z.string(),
  id: z.string(),
  status: appointmentStatus,
  code: z.string(),
  residentId: z.string(),
  residentName: z.string(),
  facilityName: z.string(),
  facilityAddress: z.string(),
  departmentId: z.string(),
  departmentName: z.string(),
  place: z.string(),
  practitionerId: z.string().nullable(),
  practitionerName: z.string().nullable(),
  practitionerTitle: z.string().nullable(),
  sessionId: z.string(),
  date: z.string(),
  halfDay: z.enum(['am', 'pm', 'evening']),
  numberType: z.string(),
  ticketNumber: z.number(),
  windowStart: z.date(),
  windowEnd: z.date(),
  feeFen: z.number(),
  cancelBy: z.date(),
  heldUntil: z.date().nullable(),
  replaces: z.string().nullable(),
  cancelReason: z.string().nullable(),
  createdAt: z.date(),
  cancel: possibility,
  reschedule: possibility,
});
export type AppointmentView = z.infer<typeof appointmentView>;

export const whoMayBookInput = z.object({
  facilityId: z.string().max(20),
  sessionId: z.uuid(),
  /** An appointment is changed, not added. */
  changes: z.boolean().default(false),
});
export const whoMayBookOutput = z.object({
  people: z.array(
    z.object({
      residentId: z.string(),
      /** Null: nothing about the person stands against it. */
      refusal: z
        .object({
          rule: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          nextAt: z.date().nullable(),
        })
        .nullable(),
    }),
  ),
});

export const listMineInput = z.object({ when: z.enum(['coming', 'past']).default('coming') });
export const listMineOutput = z.object({ appointments: z.array(appointmentView), asOf: z.date() });

/** A ticket kept for a resident whose clinic was stopped. */
export const offerView = z.object({
  facilityId: z.string(),
  id: z.string(),
  appointmentId: z.string(),
  residentName: z.string(),
  facilityName: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  practitionerTitle: z.string().nullable(),
  date: z.string(),
  windowStart: z.date(),
  windowEnd: z.date(),
  ticketNumber: z.number(),
  feeFen: z.number(),
  status: z.enum(['open', 'accepted', 'declined', 'lapsed']),
  expiresAt: z.date(),
});
export const decideOfferInput = z.object({ facilityId: z.string().max(20), offerId: z.uuid(), accept: z.boolean() });

export const stepView = z.object({
  seq: z.number(),
  fromStatus: z.string().nullable(),
  toStatus: z.string(),
  at: z.date(),
  actorKind: z.string(),
  reason: z.string().nullable(),
});

// ---- staff ----

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const addExtraInput = z.object({
  key: idempotencyKey,
  sessionId: z.uuid(),
  residentName: z.string().trim().min(2).max(40),
  residentIdNumber: z.string().trim().min(15).max(20),
  reason: z.string().trim().min(2).max(200),
});
export const moveSessionInput = z.object({
  sessionId: z.uuid(),
  startsAt: clockTime,
  endsAt: clockTime,
  reason: z.string().trim().min(2).max(200),
});
export const moveSessionOutput = z.object({ told: z.number() });
export const stopSessionInput = z.object({ sessionId: z.uuid(), reason: z.string().trim().min(2).max(200) });
export const stopSessionOutput = z.object({ already: z.boolean(), affected: z.number(), offers: z.number() });
export const stopReportInput = z.object({ sessionId: z.uuid() });
/** Who lost a number to a stopped clinic, and where each stands now. */
export const stopReportOutput = z.object({
  rows: z.array(
    z.object({
      appointmentId: z.string(),
      code: z.string(),
      residentName: z.string(),
      phoneMasked: z.string(),
      ticketNumber: z.number(),
      outcome: z.enum(['placed', 'offered', 'declined', 'lapsed', 'none']),
      newWindowStart: z.date().nullable(),
      expiresAt: z.date().nullable(),
    }),
  ),
});
export const dayListInput = z.object({ date: z.iso.date(), departmentId: z.string().max(40).nullish() });
export const dayRow = z.object({
  facilityId: z.string(),
  id: z.string(),
  code: z.string(),
  status: appointmentStatus,
  sessionId: z.string(),
  departmentId: z.string(),
  departmentName: z.string(),
  place: z.string(),
  practitionerName: z.string().nullable(),
  halfDay: z.enum(['am', 'pm', 'evening']),
  numberType: z.string(),
  ticketNumber: z.number(),
  windowStart: z.date(),
  windowEnd: z.date(),
  residentName: z.string(),
  sex: z.string(),
  age: z.number(),
  idMasked: z.string(),
  phoneMasked: z.string(),
  channel: z.string(),
  extra: z.boolean(),
  checkIn: possibility,
});
export const dayListOutput = z.object({ rows: z.array(dayRow), asOf: z.date() });
export const findByCodeInput = z.object({ code: z.string().trim().toUpperCase().min(4).max(12) });
