import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();
export const drawChannel = z.enum(['web', 'app', 'wechat', 'desk', 'phone', 'grassroots', 'his', 'system']);

const head = { id: z.uuid(), channel: drawChannel };
const number = z.number().int().min(1);
/** lost: the numbers were gone. passed: drawn, but a rule forbade the booking, so the next one came up. */
export const publicEntry = z.discriminatedUnion('result', [
  z.strictObject({ ...head, result: z.literal('won'), ticket: number, later: z.literal(true).optional() }),
  z.strictObject({ ...head, result: z.literal('lost') }),
  z.strictObject({ ...head, result: z.literal('passed'), rule: z.string().max(60) }),
]);

/** What anyone may download of a finished draw, and all that is needed to do it again. */
export const publicFile = z.strictObject({
  format: z.literal('huimin-draw-1'),
  facilityId: z.string().max(20),
  facilityName: z.string(),
  sessionId: z.uuid(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  date: z.iso.date(),
  halfDay: z.enum(['am', 'pm', 'evening']),
  opensAt: instant,
  closesAt: instant,
  commitment: hash,
  committedAt: instant,
  seed: hash,
  listHash: hash,
  drawnAt: instant,
  /** Numbers that were free when the requests closed, lowest first. */
  tickets: z.array(number),
  entries: z.array(publicEntry),
  /** SHA-256 of the rest, so that a page can show in one line what file it offers. */
  digest: hash,
});
export type PublicFile = z.infer<typeof publicFile>;
