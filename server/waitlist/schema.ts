import { z } from 'zod';
import { askInput } from '../booking/schema/proxy.ts';

export const waitState = z.enum(['waiting', 'offered', 'accepted', 'lapsed', 'left', 'cleared']);

const ofSession = { facilityId: z.string().max(20), sessionId: z.uuid() };
export const joinInput = z.object({ ...ofSession, residentId: z.uuid() });
export const waitInput = z.object({ facilityId: z.string().max(20), entryId: z.uuid() });
export const lineInput = z.object(ofSession);

/** One wait of one of the account's people. */
export const waitView = z.object({
  facilityId: z.string(),
  id: z.string(),
  sessionId: z.string(),
  residentId: z.string(),
  residentName: z.string(),
  facilityName: z.string(),
  departmentId: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  practitionerTitle: z.string().nullable(),
  date: z.string(),
  halfDay: z.enum(['am', 'pm', 'evening']),
  numberType: z.string(),
  feeFen: z.number(),
  state: waitState,
  joinedAt: z.date(),
  /** 1 is first; only while waiting. */
  position: z.number().nullable(),
  /** The number kept, while offered. */
  ticketNumber: z.number().nullable(),
  windowStart: z.date().nullable(),
  windowEnd: z.date().nullable(),
  expiresAt: z.date().nullable(),
  /** The list ends here. */
  clearsAt: z.date(),
  endedAt: z.date().nullable(),
  appointmentId: z.string().nullable(),
});
export type WaitView = z.infer<typeof waitView>;
export const listMineOutput = z.object({ waits: z.array(waitView), asOf: z.date() });

/** `ask` stands for the wish of a person at the desk (booking/proxy). */
const asked = { ask: askInput.shape.ask };
export const askedInput = z.object(asked);
export const deskJoinInput = z.object({ ...asked, ...ofSession });
export const deskWaitInput = waitInput.extend(asked);

/** A full session's list as a resident sees it before joining: its length, not its people. */
export const lineView = z.object({
  waiting: z.number(),
  /** The list can be joined now; if not, the rule that says so. */
  open: z.boolean(),
  rule: z.string().nullable(),
  clearsAt: z.date(),
  /** Percent, of getting a number when joining now; null when too few past clinics are known. */
  chance: z.number().nullable(),
  /** Minutes to answer an offer made now. */
  answerMinutes: z.number(),
  mine: z.array(waitView),
  asOf: z.date(),
});
export type LineView = z.infer<typeof lineView>;

/** Who waits, for the facility's staff. When a resting number comes back is shown to nobody. */
export const staffLineInput = z.object({ sessionId: z.uuid() });
export const staffLineRow = z.object({
  id: z.string(),
  position: z.number().nullable(),
  residentName: z.string(),
  phoneMasked: z.string(),
  state: waitState,
  joinedAt: z.date(),
  channel: z.string(),
  ticketNumber: z.number().nullable(),
  expiresAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});
export const staffLineOutput = z.object({
  rows: z.array(staffLineRow),
  waiting: z.number(),
  resting: z.number(),
  clearsAt: z.date(),
  asOf: z.date(),
});
