import { z } from 'zod';
import { placeId, placeView, routeView, words } from './places.ts';
import { knownTest, preparationView } from './preparation.ts';

export const itineraryKind = z.enum(['check-in', 'doctor', 'test', 'return', 'pay', 'pharmacy', 'other']);
export const stepState = z.enum(['todo', 'done', 'skipped']);

/** Where one stands in the line of the clinic; how many minutes is a range, never a moment. */
export const queueView = z.object({
  state: z.string(),
  ahead: z.number().nullable(),
  minutes: z.object({ from: z.number(), to: z.number() }).nullable(),
  room: z.string().nullable(),
  asOf: z.date(),
});

export type QueuePlace = z.infer<typeof queueView>;

export const itineraryStep = z.object({
  id: z.string(),
  kind: itineraryKind,
  test: z.string(),
  testName: words.nullable(),
  label: z.string(),
  state: stepState,
  settledAt: z.date().nullable(),
  /** The first that is still to do. */
  next: z.boolean(),
  place: placeView.nullable(),
  /** The place of the step before, from where the way leads here. */
  fromId: z.string().nullable(),
  wayMinutes: z.number().nullable(),
  preparation: preparationView.nullable(),
});
export type ItineraryStep = z.infer<typeof itineraryStep>;

export const visitInput = z.object({
  facilityId: z.string().max(20),
  appointmentId: z.uuid(),
  stepFree: z.boolean().default(false),
});
/** A visit as its day goes: what to bring, where to go, what comes next (E11–E14). */
export const visitPlan = z.object({
  facilityId: z.string(),
  appointmentId: z.string(),
  status: z.string(),
  residentName: z.string(),
  facilityName: z.string(),
  facilityAddress: z.string(),
  departmentName: z.string(),
  practitionerName: z.string().nullable(),
  place: z.string(),
  date: z.string(),
  windowStart: z.date(),
  windowEnd: z.date(),
  ticketNumber: z.number(),
  code: z.string(),
  /** It is the day of the visit. */
  today: z.boolean(),
  preparation: preparationView,
  entrance: placeView.nullable(),
  room: placeView.nullable(),
  route: routeView.nullable(),
  sample: z.boolean(),
  overdue: z.boolean(),
  reviewBy: z.string(),
  steps: z.array(itineraryStep),
  queue: queueView.nullable(),
  /** Changes when anything on the page does. */
  version: z.string(),
  asOf: z.date(),
});
export type VisitPlan = z.infer<typeof visitPlan>;
export const visitVersion = z.object({ version: z.string() });

// ---- for the facility's staff ----

export const staffVisitInput = z.object({ appointmentId: z.uuid() });
export const staffVisit = z.object({
  facilityId: z.string(),
  appointmentId: z.string(),
  status: z.string(),
  residentName: z.string(),
  departmentName: z.string(),
  date: z.string(),
  windowStart: z.date(),
  windowEnd: z.date(),
  ticketNumber: z.number(),
  steps: z.array(itineraryStep),
  /** What may be ordered, and the places it may happen at. */
  tests: z.array(knownTest),
  places: z.array(placeView),
  change: z.object({ can: z.boolean(), rule: z.string().nullable() }),
});
export const addStepInput = staffVisitInput.extend({
  kind: z.enum(['test', 'return', 'pay', 'pharmacy', 'other']),
  test: z.string().max(30).default(''),
  label: z.string().trim().max(60).default(''),
  placeId: placeId.nullish(),
});
export const stepInput = staffVisitInput.extend({ stepId: z.uuid().or(z.literal('doctor')) });
export const settleStepInput = stepInput.extend({ state: stepState });
