import { z } from 'zod';

export const placeKind = z.enum([
  'entrance',
  'landmark',
  'lift',
  'room',
  'check-in',
  'cashier',
  'pharmacy',
  'laboratory',
  'imaging',
  'ultrasound',
  'endoscopy',
  'ecg',
  'toilet',
  'other',
]);
export type PlaceKind = z.infer<typeof placeKind>;
export const wayMode = z.enum(['walk', 'lift', 'escalator', 'stairs', 'ramp']);
export type WayMode = z.infer<typeof wayMode>;

/** A text in both languages; an empty one means that nobody has written it. */
export const words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof words>;

export const placeId = z.string().regex(/^[A-Za-z0-9.-]{1,16}$/);
const facilityId = z.string().max(20);

export const placeView = z.object({
  id: z.string(),
  kind: placeKind,
  building: words,
  floor: z.number(),
  name: words,
  departmentId: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
});
export type PlaceView = z.infer<typeof placeView>;

/** One leg: how, how long, the hospital's own words if it wrote any, and where one then is. */
export const wayStep = z.object({ mode: wayMode, seconds: z.number(), text: words, to: placeView });
export const routeView = z.object({
  from: placeView,
  to: placeView,
  steps: z.array(wayStep),
  seconds: z.number(),
  /** No stairs and no escalator on it; false although asked for when there is no such way. */
  stepFree: z.boolean(),
});
export type RouteView = z.infer<typeof routeView>;

// ---- behind a landmark's code, for anyone ----

export const hereInput = z.object({
  facilityId,
  placeId,
  toId: placeId.nullish(),
  stepFree: z.boolean().default(false),
});
export const hereOutput = z.object({
  facility: z.object({ id: z.string(), name: z.string() }),
  here: placeView,
  /** Where one may want to go from here: rooms and services, without the place itself. */
  destinations: z.array(placeView),
  to: placeView.nullable(),
  /** Null when no destination was chosen, or no way leads there. */
  route: routeView.nullable(),
  /** Drawn up by the platform, not yet walked by the hospital. */
  sample: z.boolean(),
  /** The day by which the hospital looks at it again; past: it may be out of date. */
  reviewBy: z.string(),
  overdue: z.boolean(),
});

// ---- for the facility's staff ----

export const placeRow = placeView.extend({
  owner: z.string(),
  reviewBy: z.string(),
  sample: z.boolean(),
  updatedAt: z.date(),
});
export type PlaceRow = z.infer<typeof placeRow>;
export const wayRow = z.object({
  id: z.string(),
  fromId: z.string(),
  toId: z.string(),
  mode: wayMode,
  seconds: z.number(),
  oneWay: z.boolean(),
  there: words,
  back: words,
});
export type WayRow = z.infer<typeof wayRow>;

export const findingRule = z.enum([
  'no-places',
  'no-entrance',
  'entrance-position',
  'unreachable',
  'not-step-free',
  'department-without-room',
  'overdue',
  'sample',
  'no-english',
]);
/** What is wrong with a facility's places, with the names of those concerned. */
export const finding = z.object({ rule: findingRule, grave: z.boolean(), names: z.array(z.string()) });
export type Finding = z.infer<typeof finding>;

export const placeBook = z.object({
  places: z.array(placeRow),
  ways: z.array(wayRow),
  departments: z.array(z.object({ id: z.string(), name: z.string(), place: z.string() })),
  findings: z.array(finding),
  today: z.string(),
});

const line = (max: number) => z.string().trim().max(max).default('');
export const savePlaceInput = z
  .object({
    /** Left out: a new place. */
    id: placeId.nullish(),
    kind: placeKind,
    building: line(30),
    buildingEn: line(60),
    floor: z.number().int().min(-9).max(99),
    name: z.string().trim().min(1).max(40),
    nameEn: line(80),
    departmentId: z.string().max(40).nullish(),
    lon: z.number().min(73).max(136).nullish(),
    lat: z.number().min(3).max(54).nullish(),
    owner: line(30),
    reviewBy: z.iso.date(),
  })
  .refine((place) => (place.lon == null) === (place.lat == null), { path: ['lat'] });
export const saveWayInput = z.object({
  id: z.uuid().nullish(),
  fromId: placeId,
  toId: placeId,
  mode: wayMode,
  seconds: z.number().int().min(1).max(3600),
  oneWay: z.boolean().default(false),
  there: line(120),
  thereEn: line(240),
  back: line(120),
  backEn: line(240),
});
export const placeInput = z.object({ id: placeId });
export const wayInput = z.object({ id: z.uuid() });
export const confirmPlacesInput = z.object({ owner: z.string().trim().min(1).max(30), reviewBy: z.iso.date() });
