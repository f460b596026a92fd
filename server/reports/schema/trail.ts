import { z } from 'zod';

/** Why an official opens the trail of one booking; the resident sees it in the list of who looked. */
export const trailReason = z.enum(['complaint', 'inspection', 'fault']);
export type TrailReason = z.infer<typeof trailReason>;

const facilityId = z.string().min(1).max(20);
export const findBookingInput = z.object({
  code: z
    .string()
    .trim()
    .transform((code) => code.replace(/[\s-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{6,12}$/)),
});
/** Nothing of the resident: enough to tell two hospitals' equal codes apart. */
export const foundBooking = z.object({
  facilityId: z.string(),
  appointmentId: z.string(),
  facilityName: z.string(),
  departmentName: z.string(),
  windowStart: z.date(),
  status: z.string(),
});
export const findBookingOutput = z.object({ found: z.array(foundBooking) });

export const bookingTrailInput = z.object({
  facilityId,
  appointmentId: z.uuid(),
  reason: trailReason,
  /** Number of the complaint or the order. */
  reference: z.string().trim().max(40).default(''),
});
export const ownBookingTrailInput = bookingTrailInput.omit({ facilityId: true });

/** Everything that happened to one booking; masked, since a trail is printed and passed on (F9). */
export const bookingTrailOutput = z.object({
  appointment: z.object({
    facilityId: z.string(),
    id: z.string(),
    code: z.string(),
    status: z.string(),
    channel: z.string(),
    facilityName: z.string(),
    departmentName: z.string(),
    practitionerName: z.string().nullable(),
    date: z.string(),
    windowStart: z.date(),
    windowEnd: z.date(),
    ticketNumber: z.number(),
    numberType: z.string(),
    feeFen: z.number(),
    cancelBy: z.date(),
    heldUntil: z.date().nullable(),
    cancelReason: z.string().nullable(),
    authority: z.string(),
    hisState: z.string(),
    createdAt: z.date(),
  }),
  resident: z.object({ nameMasked: z.string(), idMasked: z.string(), phoneMasked: z.string() }),
  /** The booking it was moved from, and the one it was moved to. */
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  steps: z.array(
    z.object({
      seq: z.number(),
      fromStatus: z.string().nullable(),
      toStatus: z.string(),
      at: z.date(),
      actorKind: z.string(),
      actorName: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  audit: z.array(
    z.object({
      id: z.string(),
      at: z.date(),
      action: z.string(),
      actorKind: z.string(),
      actorName: z.string(),
      detail: z.record(z.string(), z.unknown()),
      requestId: z.string(),
    }),
  ),
  deliveries: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      state: z.string(),
      attempts: z.number(),
      lastError: z.string().nullable(),
      createdAt: z.date(),
      toldAt: z.date().nullable(),
    }),
  ),
  notices: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      createdAt: z.date(),
      smsState: z.string(),
      readAt: z.date().nullable(),
    }),
  ),
  offers: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      createdAt: z.date(),
      expiresAt: z.date(),
      decidedAt: z.date().nullable(),
    }),
  ),
  /** The number as it stands now, with what the hospital last said of it. */
  ticket: z.object({
    status: z.string(),
    takenBy: z.string().nullable(),
    hisId: z.string().nullable(),
    hisVersion: z.string().nullable(),
    sessionStatus: z.string(),
    suspendReason: z.string().nullable(),
  }),
  asOf: z.date(),
});
export type BookingTrail = z.infer<typeof bookingTrailOutput>;
