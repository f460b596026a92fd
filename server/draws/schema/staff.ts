import { z } from 'zod';
import { drawInput, drawLine } from '../schema.ts';

const reason = z.string().trim().min(2).max(100);
export const markInput = z.object({ sessionId: z.uuid(), minutes: z.number().int().min(30).max(2880), reason });
export const unmarkInput = z.object({ sessionId: z.uuid(), reason });
export const doneOutput = z.object({ done: z.literal(true) });

/** Somebody at the desk or on the phone, or in a village clinic for a hospital elsewhere. */
export const enterForInput = drawInput.extend({
  residentName: z.string().trim().min(2).max(40),
  residentIdNumber: z.string().trim().min(15).max(20),
  asked: z.enum(['in-person', 'by-phone']),
});
export const enterForOutput = z.object({
  entryId: z.string(),
  receipt: z.string(),
  residentName: z.string(),
  /** False: the person had a request already, by whichever channel. */
  fresh: z.boolean(),
});

/** Draws of the own facility, and those nearby that take requests. */
export const staffDrawsOutput = z.object({
  own: z.array(drawLine),
  nearby: z.array(drawLine),
  asOf: z.date(),
});
export const ownDrawInput = z.object({ sessionId: z.uuid() });
export const ownDrawOutput = z.object({ draw: drawLine.extend({ commitment: z.string() }).nullable() });
