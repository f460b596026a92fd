import { z } from 'zod';

const facilityId = z.string().min(1).max(20);
const count = z.number().int();

export const finding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), tickets: count, released: count }),
  z.object({
    kind: z.enum(['unheld', 'unbacked', 'double']),
    number: count,
    status: z.string(),
    /** What the number should say for whoever has it; null when nobody has. */
    wants: z.string().nullable(),
    holders: count,
  }),
]);
export type Finding = z.infer<typeof finding>;

export const bookInput = z.object({ facilityId, sessionId: z.uuid() });
export const ownBookInput = z.object({ sessionId: z.uuid() });

export const alertView = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  sessionId: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  date: z.string(),
  halfDay: z.enum(['am', 'pm', 'evening']),
  foundAt: z.date(),
  findings: z.array(finding),
  halted: z.boolean(),
  releasedAt: z.date().nullable(),
  releasedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type AlertView = z.infer<typeof alertView>;

export const statesView = z.object({
  free: count,
  held: count,
  booked: count,
  used: count,
  quarantined: count,
  suspended: count,
});

/** Who has the numbers that are taken: a channel of ours, somebody a number is kept for, the hospital, or nobody. */
export const takenView = z.object({ by: z.string(), held: count, booked: count, used: count });

/** The ledger of one session at one instant. It holds numbers and no people. */
export const bookOutput = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  sessionId: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  date: z.string(),
  halfDay: z.enum(['am', 'pm', 'evening']),
  startsAt: z.date(),
  endsAt: z.date(),
  status: z.enum(['draft', 'published', 'halted', 'suspended', 'ended']),
  released: count,
  tickets: count,
  states: statesView,
  taken: z.array(takenView),
  findings: z.array(finding),
  /** The open one, if any, first. */
  alerts: z.array(alertView),
  /** The last changes, newest first. */
  moves: z.array(
    z.object({
      at: z.date(),
      number: count,
      from: z.string().nullable(),
      to: z.string(),
      channel: z.string(),
      actorKind: z.string(),
    }),
  ),
  asOf: z.date(),
});
export type LedgerBook = z.infer<typeof bookOutput>;

export const alertsOutput = z.object({
  region: z.string(),
  open: z.array(alertView),
  /** Released in the last 30 days. */
  settled: z.array(alertView),
  /** What the last passes added up; `since` is the oldest of them. */
  checked: z.object({ since: z.date().nullable(), facilities: count, sessions: count, tickets: count }),
  asOf: z.date(),
});

export const dayInput = z.object({ facilityId, date: z.iso.date().nullish() });
export const dayOutput = z.object({
  facility: z.object({ id: z.string(), name: z.string() }),
  date: z.string(),
  sessions: z.array(
    z.object({
      sessionId: z.string(),
      departmentName: z.string(),
      practitionerName: z.string().nullable(),
      halfDay: z.enum(['am', 'pm', 'evening']),
      startsAt: z.date(),
      endsAt: z.date(),
      status: z.enum(['draft', 'published', 'halted', 'suspended', 'ended']),
      released: count,
      tickets: count,
      states: statesView,
      alert: z.boolean(),
    }),
  ),
  asOf: z.date(),
});

export const releaseInput = z.object({ facilityId, sessionId: z.uuid(), reason: z.string().trim().min(2).max(200) });
/** `mended`: findings put in order; `onSale`: whether it is sold again (not when it was stopped meanwhile). */
export const releaseOutput = z.object({ mended: count, onSale: z.boolean() });
