import { z } from 'zod';
import { entryStatus, priority } from '../schema.ts';

export const sessionOnly = z.object({ sessionId: z.uuid() });
export const entryInput = z.object({ appointmentId: z.uuid() });
const reason = z.string().trim().min(2).max(100);

/** One clinic of today with its line in figures. */
export const lineCount = z.object({
  sessionId: z.string(),
  departmentId: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  halfDay: z.enum(['am', 'pm', 'evening']),
  numberType: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  waiting: z.number(),
  away: z.number(),
  missed: z.number(),
  done: z.number(),
  rooms: z.array(z.string()),
});
export const linesOutput = z.object({ lines: z.array(lineCount), asOf: z.date() });

export const lineEntry = z.object({
  appointmentId: z.string(),
  ticketNumber: z.number(),
  residentName: z.string(),
  sex: z.string(),
  age: z.number(),
  windowStart: z.date(),
  status: entryStatus,
  arrivedAt: z.date(),
  late: z.boolean(),
  priority: priority.nullable(),
  callCount: z.number(),
  calledAt: z.date().nullable(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  room: z.string().nullable(),
  stationId: z.string().nullable(),
  /** Came from another department, so it cannot be moved again. */
  moved: z.boolean(),
  /** People called before; null unless waiting. */
  ahead: z.number().nullable(),
});
export type LineEntry = z.infer<typeof lineEntry>;

export const station = z.object({
  id: z.string(),
  sessionId: z.string(),
  room: z.string(),
  doctor: z.string(),
  openedAt: z.date(),
});
export const lineOutput = z.object({
  line: lineCount,
  /** In the order in which they are called; the others after them. */
  entries: z.array(lineEntry),
  stations: z.array(station),
  missedCalls: z.number(),
  latePlaces: z.number(),
  returnPlaces: z.number(),
  elderAge: z.number(),
  asOf: z.date(),
});
export type LineView = z.infer<typeof lineOutput>;

export const deskOutput = z.object({ station: station.nullable(), line: lineOutput.nullable(), asOf: z.date() });

export const openStationInput = z.object({ sessionId: z.uuid(), room: z.string().trim().min(1).max(20) });
/** `finish`: the person who is inside is done. */
export const callNextInput = z.object({ finish: z.boolean().default(false) });
export const calledOutput = z.object({ called: lineEntry.nullable() });
export const actInput = z.object({
  appointmentId: z.uuid(),
  act: z.enum(['call-again', 'enter', 'done', 'missed', 'tests']),
});
export const requeueInput = z.object({
  appointmentId: z.uuid(),
  /** back: from tests; late: came after the call; wrongly-missed: our mistake, so first in line. */
  why: z.enum(['back', 'late', 'wrongly-missed']),
  reason: z.string().trim().max(100).default(''),
});
export const priorityInput = z.object({ appointmentId: z.uuid(), priority: priority.nullable(), reason });
export const moveInput = z.object({ appointmentId: z.uuid(), sessionId: z.uuid(), reason });
export const movedOutput = z.object({
  appointmentId: z.string(),
  ticketNumber: z.number(),
  departmentName: z.string(),
});
export const entryDone = z.object({ status: entryStatus });

export const makeScreenInput = z.object({
  kind: z.enum(['screen', 'kiosk']),
  title: z.string().trim().min(2).max(40),
  departmentId: z.string().max(40).nullable(),
  room: z.string().trim().min(1).max(20).nullable(),
  shows: z.enum(['name', 'number']),
});
export const screenRow = z.object({
  id: z.string(),
  kind: z.enum(['screen', 'kiosk']),
  title: z.string(),
  departmentName: z.string().nullable(),
  room: z.string().nullable(),
  shows: z.enum(['name', 'number']),
  /** Path of the public page; whoever knows it may look. */
  path: z.string(),
  createdAt: z.date(),
});
export const screensOutput = z.object({ screens: z.array(screenRow) });
export const endScreenInput = z.object({ id: z.uuid() });
