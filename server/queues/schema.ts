import { z } from 'zod';
import { possibility } from '../booking/schema.ts';

export const entryStatus = z.enum(['waiting', 'called', 'in-room', 'away', 'missed', 'done', 'moved']);
export type EntryStatus = z.infer<typeof entryStatus>;
export const priority = z.enum(['emergency-1', 'emergency-2', 'emergency-3', 'elder', 'disabled', 'soldier']);
export type Priority = z.infer<typeof priority>;

const facilityId = z.string().max(20);
export const visitInput = z.object({ facilityId, appointmentId: z.uuid() });
const range = z.object({ from: z.number(), to: z.number() });

/** Where somebody stands on the day of the visit; `state` is not-here before checking in. */
export const placeView = z.object({
  state: entryStatus.or(z.literal('not-here')),
  /** People who are called before; null unless waiting. */
  ahead: z.number().nullable(),
  /** Minutes until the call, as a range; null unless waiting. */
  minutes: range.nullable(),
  room: z.string().nullable(),
  doctor: z.string().nullable(),
  late: z.boolean(),
  priority: priority.nullable(),
  /** A doctor is calling already. */
  begun: z.boolean(),
  startsAt: z.date(),
  /** Checking in by oneself, at this moment and from when. */
  checkIn: possibility.extend({ opensAt: z.date() }),
  movedTo: z.string().nullable(),
  /** Called after so many others, when late. */
  latePlaces: z.number(),
  asOf: z.date(),
});
export type PlaceView = z.infer<typeof placeView>;

/** What a check-in answers, whichever way it came. */
export const checkedIn = z.object({
  status: z.literal('arrived'),
  late: z.boolean(),
  ahead: z.number().nullable(),
  minutes: range.nullable(),
  shownName: z.string(),
  departmentName: z.string(),
  place: z.string(),
  ticketNumber: z.number(),
});
export type CheckedIn = z.infer<typeof checkedIn>;

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const screenInput = z.object({ facilityId, token });
/** `code` is what was typed, or what a scanner read from the proof of booking. */
export const kioskInput = screenInput.extend({ code: z.string().trim().min(4).max(60) });

const shownEntry = z.object({
  number: z.number(),
  name: z.string().nullable(),
  priority: priority.nullable(),
});
/** One department's clinic on the wall: who is called into which room, and who is next. */
export const screenLine = z.object({
  sessionId: z.string(),
  departmentName: z.string(),
  doctorName: z.string().nullable(),
  called: z.array(shownEntry.extend({ room: z.string(), doctor: z.string(), at: z.date(), calls: z.number() })),
  next: z.array(shownEntry),
  waiting: z.number(),
  missed: z.array(shownEntry),
});
export const screenOutput = z.object({
  kind: z.enum(['screen', 'kiosk']),
  title: z.string(),
  facilityName: z.string(),
  lines: z.array(screenLine),
  elderAge: z.number(),
  latePlaces: z.number(),
  asOf: z.date(),
});
export type ScreenView = z.infer<typeof screenOutput>;
