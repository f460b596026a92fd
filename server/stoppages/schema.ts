import { z } from 'zod';

const count = z.number().int();
const id = z.uuid();
const text = z.string().trim().min(2).max(100);

/** Whose clinics, and when: all of a department, or all of one doctor. */
const what = z.object({
  departmentId: z.string().max(40).optional(),
  practitionerId: z.string().max(40).optional(),
  from: z.iso.date(),
  to: z.iso.date(),
});
const isOne = (wish: z.infer<typeof what>) => (wish.departmentId === undefined) !== (wish.practitionerId === undefined);

export const previewInput = what.refine(isOne);
export type Wish = z.infer<typeof previewInput>;

/** What stopping would mean, before anything happens. */
export const previewOutput = z.object({
  sessions: count,
  /** Residents who hold a number now: each is told and, where there is one, kept another. */
  people: count,
  free: count,
  /** People who have checked in today keep their visits. */
  arrived: count,
  /** Numbers of the same departments that could be offered instead. */
  likeNumbers: count,
  /** Weekly plans whose days are not laid out yet: nothing will be published for them. */
  planned: count,
  /** Clinics that the hospital's own system keeps: they are stopped there. */
  fromHospital: count,
  days: z.array(z.object({ date: z.string(), sessions: count, people: count })),
});
export type Preview = z.infer<typeof previewOutput>;

/** `id` is made by the caller, so that sending it twice stops once. */
export const stopInput = what.extend({ id, reason: text }).refine(isOne);
export const stopOutput = z.object({ id, already: z.boolean(), sessions: count, people: count });

export const stoppageView = z.object({
  id,
  departmentName: z.string().nullable(),
  practitionerName: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  by: z.string().nullable(),
  createdAt: z.date(),
  /** Null while people are still being told. */
  placedAt: z.date().nullable(),
  sessions: count,
  people: count,
  told: count,
});
export type StoppageView = z.infer<typeof stoppageView>;
export const listOutput = z.object({ stoppages: z.array(stoppageView), asOf: z.date() });

export const outcome = z.enum(['placed', 'offered', 'gives-up', 'declined', 'lapsed', 'none']);
export type Outcome = z.infer<typeof outcome>;
export const callOutcome = z.enum(['no-answer', 'thinking', 'gives-up']);

export const personRow = z.object({
  appointmentId: z.string(),
  residentName: z.string(),
  phoneMasked: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  ticketNumber: count,
  windowStart: z.date(),
  outcome,
  /** Still something to do for staff. */
  unplaced: z.boolean(),
  newWindowStart: z.date().nullable(),
  offerUntil: z.date().nullable(),
  calls: count,
  lastCall: callOutcome.nullable(),
  lastCallAt: z.date().nullable(),
});
export type PersonRow = z.infer<typeof personRow>;

export const reportInput = z.object({ id });
export const reportOutput = z.object({
  stoppage: stoppageView,
  counts: z.object({
    placed: count,
    offered: count,
    'gives-up': count,
    declined: count,
    lapsed: count,
    none: count,
  }),
  unplaced: count,
  people: z.array(personRow),
  asOf: z.date(),
});

export const personInput = z.object({ appointmentId: id });
export const personOutput = z.object({
  person: personRow,
  stoppageId: z.string(),
  /** Clinics of the same department with a number that staff may give, the soonest first. */
  choices: z.array(
    z.object({
      sessionId: z.string(),
      practitionerName: z.string().nullable(),
      practitionerTitle: z.string().nullable(),
      numberType: z.enum(['ordinary', 'expert', 'special', 'chronic', 'return', 'mdt']),
      startsAt: z.date(),
      endsAt: z.date(),
      feeFen: count,
      free: count,
    }),
  ),
  asOf: z.date(),
});

export const callInput = z.object({ appointmentId: id, outcome: callOutcome });
export const phoneOutput = z.object({ phone: z.string().nullable() });
export const placeInput = z.object({ key: z.string().min(16).max(64), appointmentId: id, sessionId: id });
export const placeOutput = z.object({ facilityId: z.string(), appointmentId: z.string() });
