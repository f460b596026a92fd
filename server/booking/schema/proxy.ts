import { z } from 'zod';
import { sessionInput, sessionOutput } from '../../schedules/schema.ts';
import { appointmentView, idempotencyKey } from '../schema.ts';

/** How the person who is booked for agreed: is here, is on the telephone, or sent kin with both identity cards. */
export const consent = z.enum(['in-person', 'by-phone', 'by-kin']);
export type Consent = z.infer<typeof consent>;

export const identifyInput = z.object({
  name: z.string().trim().min(2).max(40),
  idNumber: z.string().trim().min(15).max(20),
  /** Kept when the person is registered now, for messages; a person already known keeps the number on record. */
  phone: z
    .string()
    .trim()
    .regex(/^1[3-9]\d{9}$/)
    .nullish(),
  consent,
});
/** `ask` stands for this person's wish at this desk; it opens nothing for anybody else, nor after its time. */
export const identifyOutput = z.object({ ask: z.string(), until: z.date(), registered: z.boolean() });

const ask = z.string().min(20).max(600);
export const askInput = z.object({ ask });
export const askedPerson = z.object({
  person: z.object({
    name: z.string(),
    sex: z.enum(['male', 'female', 'unknown']),
    age: z.number(),
    idMasked: z.string(),
    phoneMasked: z.string(),
  }),
  consent,
  until: z.date(),
  coming: z.array(appointmentView),
  /** County of the desk: where one looks first. */
  countyCode: z.string(),
  asOf: z.date(),
});

export const deskSessionsInput = z.object({ departmentId: z.string().max(40), days: z.number().int().min(1).max(31) });
export const deskSessionInput = sessionInput;
/** A session as a desk sees it; `own` are the free numbers kept for it, and when what is left of them moves on. */
export const deskSession = sessionOutput.extend({ own: sessionOutput.shape.kept.element.nullable() });

export const proxyBookInput = z.object({
  ask,
  key: idempotencyKey,
  facilityId: z.string().max(20),
  sessionId: z.uuid(),
  windowStart: z.coerce.date().nullish(),
});
export const proxyCancelInput = z.object({ ask, facilityId: z.string().max(20), appointmentId: z.uuid() });
export const madeOutput = z.object({ facilityId: z.string(), appointmentId: z.string() });

export const slipInput = z.object({ appointmentId: z.uuid() });
/** A printed slip: the booking, and who made it where. */
export const slipView = z.object({
  visit: appointmentView,
  consent,
  helper: z.string(),
  helperFacility: z.string(),
  helperPhone: z.string(),
  bookedAt: z.date(),
});

/** What this facility booked for others lately; names masked, as the list lies open on a desk. */
export const proxyListOutput = z.object({
  rows: z.array(
    z.object({
      appointmentId: z.string(),
      shownName: z.string(),
      consent,
      helper: z.string(),
      bookedAt: z.date(),
      facilityName: z.string(),
      departmentName: z.string(),
      windowStart: z.date(),
      windowEnd: z.date(),
      status: appointmentView.shape.status,
    }),
  ),
  asOf: z.date(),
});
