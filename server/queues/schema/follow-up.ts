import { z } from 'zod';
import { idempotencyKey } from '../../booking/schema.ts';

const day = z.iso.date();

/** The doctor's wish (A46): a return visit between two days, with this doctor or any of the department. */
export const offerFollowUpInput = z.object({
  appointmentId: z.uuid(),
  fromDate: day,
  toDate: day,
  sameDoctor: z.boolean(),
});
export const followUpTime = z.object({
  sessionId: z.string(),
  windowStart: z.date(),
  windowEnd: z.date(),
  practitionerName: z.string().nullable(),
  numberType: z.string(),
  feeFen: z.number(),
});
export const followUpView = z.object({
  facilityId: z.string(),
  id: z.string(),
  appointmentId: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  fromDate: z.string(),
  toDate: z.string(),
  status: z.enum(['open', 'booked', 'declined']),
  bookedId: z.string().nullable(),
  /** A few times to choose from; empty once it is decided, or when nothing is free. */
  times: z.array(followUpTime),
});
export type FollowUpView = z.infer<typeof followUpView>;
export const followUpOutput = z.object({ followUp: followUpView.nullable(), asOf: z.date() });
/** The same for staff, with the name to be read out. */
export const deskFollowUpOutput = followUpOutput.extend({ residentName: z.string() });
const which = z.object({ facilityId: z.string().max(20), followUpId: z.uuid() });
export const pickFollowUpInput = which.extend({
  key: idempotencyKey,
  sessionId: z.uuid(),
  windowStart: z.coerce.date(),
});
export const declineFollowUpInput = which;
export const pickedOutput = z.object({ facilityId: z.string(), appointmentId: z.string() });
