import { z } from 'zod';
import { drawChannel, publicFile } from './schema/public-file.ts';

const facilityId = z.string().max(20);
export const drawInput = z.object({ facilityId, sessionId: z.uuid() });
export const enterInput = drawInput.extend({ residentId: z.uuid() });
export const withdrawInput = drawInput.extend({ entryId: z.uuid() });
export const enteredOutput = z.object({ entryId: z.string(), fresh: z.boolean() });

/** coming: not yet open; drawing: requests are closed and numbers are being given. */
export const drawPhase = z.enum(['coming', 'open', 'drawing', 'drawn', 'void']);
export const drawLine = z.object({
  facilityId: z.string(),
  sessionId: z.string(),
  facilityName: z.string(),
  departmentId: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  practitionerTitle: z.string().nullable(),
  date: z.string(),
  halfDay: z.enum(['am', 'pm', 'evening']),
  startsAt: z.date(),
  endsAt: z.date(),
  phase: drawPhase,
  opensAt: z.date(),
  closesAt: z.date(),
  /** Numbers of the public pool, or those that were drawn. */
  numbers: z.number(),
  requests: z.number(),
});
export type DrawLine = z.infer<typeof drawLine>;
export const listDrawsInput = z.object({ facilityId: facilityId.optional() });
export const listDrawsOutput = z.object({ draws: z.array(drawLine), asOf: z.date() });

/** The public page of one draw. Seed and digest are null until it is done. */
export const drawView = drawLine.extend({
  commitment: z.string(),
  committedAt: z.date(),
  seed: z.string().nullable(),
  listHash: z.string().nullable(),
  drawnAt: z.date().nullable(),
  digest: z.string().nullable(),
  byChannel: z.array(z.object({ channel: drawChannel, requests: z.number(), won: z.number() })),
});
export const drawOutput = z.object({ draw: drawView, asOf: z.date() });
export type DrawView = z.infer<typeof drawView>;

/** Requests of the account's people. */
export const ownEntry = drawLine.extend({
  entryId: z.string(),
  receipt: z.string(),
  residentId: z.string(),
  residentName: z.string(),
  channel: drawChannel,
  status: z.enum(['waiting', 'withdrawn', 'won', 'lost', 'passed']),
  place: z.number().nullable(),
  ticketNumber: z.number().nullable(),
  /** The rule that forbade the booking when the request came up. */
  rule: z.string().nullable(),
  appointmentId: z.string().nullable(),
});
export type OwnEntry = z.infer<typeof ownEntry>;
export const mineInput = z.object({ sessionId: z.uuid().optional() });
export const mineOutput = z.object({ entries: z.array(ownEntry), asOf: z.date() });
export const fileOutput = publicFile;
