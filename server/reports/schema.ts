import { z } from 'zod';

export const regionCode = z.string().regex(/^\d{12}$/);
const facilityId = z.string().min(1).max(20);
const count = z.number().int();

export const placeView = z.object({ code: z.string(), name: z.string(), level: count });
export type PlaceView = z.infer<typeof placeView>;

/** Days to the first free public number: the median department of those with a clinic in the horizon. */
export const waitView = z.object({
  /** null: no department, or the median one has no free number within the horizon. */
  medianDays: count.nullable(),
  /** Denominator: departments with a published clinic within the horizon. */
  departments: count,
  /** Of those, without any free public number. */
  withoutFree: count,
});

/** Sums over an area. Each rate's denominator travels with it. */
export const figuresView = z.object({
  /** Active appointments made here, by day of visit: the coming 7 days with today, and the 7 days before. */
  bookingsNext: count,
  bookingsLast: count,
  /** Numbers of published clinics in the coming 7 days, and those held, booked or used by anyone. */
  released: count,
  taken: count,
  wait: waitView,
  hospitals: count,
  connected: count,
  troubled: count,
});
export type FiguresView = z.infer<typeof figuresView>;

/** Coming 7 days by where people live, which reaches down to villages; denominator: registered residents. */
export const residenceView = z.object({ bookings: count, residents: count });
export type ResidenceView = z.infer<typeof residenceView>;

export const facilityLine = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['hospital', 'township_centre', 'village_clinic']),
  bookable: z.boolean(),
  figures: figuresView,
});

export const regionOverviewInput = z.object({ regionCode: regionCode.nullish() }).default({});
export const regionOverviewOutput = z.object({
  region: placeView,
  /** From the top of the official's area down to this region. */
  trail: z.array(placeView),
  total: figuresView,
  residence: residenceView,
  children: z.array(placeView.extend({ figures: figuresView, residence: residenceView })),
  /** Those that belong to the region itself and to none of its children; the first 200 by level. */
  facilities: z.array(facilityLine),
  facilitiesTotal: count,
  horizonDays: count,
  /** When the figures were counted; null before the first count. */
  countedAt: z.date().nullable(),
  asOf: z.date(),
});
export type RegionOverview = z.infer<typeof regionOverviewOutput>;

export const hisHealth = z.enum(['failing', 'stopped', 'late', 'new', 'ok']);
export type HisHealth = z.infer<typeof hisHealth>;

export const connectionView = z.object({
  facilityId: z.string(),
  facilityName: z.string(),
  countyName: z.string(),
  authority: z.enum(['granted', 'confirmed']),
  health: hisHealth,
  lastMessageAt: z.date().nullable(),
  syncedAt: z.date().nullable(),
  /** Bookings, cancellations and arrivals the hospital is yet to be told, and since when the oldest waits. */
  backlog: count,
  backlogSince: z.date().nullable(),
  rejectsOpen: count,
  /** Coming published clinics that are not matched with one at the hospital. */
  unmatched: count,
  failures: count,
  nextTryAt: z.date().nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: z.date().nullable(),
});
export type ConnectionView = z.infer<typeof connectionView>;

export const hisHealthInput = z
  .object({
    regionCode: regionCode.nullish(),
    show: z.enum(['all', 'trouble', 'backlog', 'rejects']).default('all'),
    page: z.number().int().min(1).max(100).default(1),
  })
  .default({ show: 'all', page: 1 });
export const hisHealthOutput = z.object({
  region: placeView,
  connections: z.array(connectionView),
  /** After the filter, over all pages. */
  total: count,
  pageSize: count,
  hospitals: count,
  connected: count,
  byHealth: z.record(hisHealth, count),
  asOf: z.date(),
});

export const facilityOverviewInput = z.object({ facilityId });
export const facilityOverviewOutput = z.object({
  facility: z.object({
    id: z.string(),
    name: z.string(),
    level: count,
    grade: z.string(),
    type: z.string(),
    sample: z.boolean(),
  }),
  trail: z.array(placeView),
  figures: figuresView,
  days: z.array(z.object({ date: z.string(), released: count, taken: count, bookings: count })),
  departments: z.array(z.object({ id: z.string(), name: z.string(), waitDays: count.nullable() })),
  connection: connectionView.nullable(),
  cursors: z.array(z.object({ resourceType: z.string(), since: z.date(), pulledAt: z.date(), resources: count })),
  rejects: z.array(
    z.object({ resourceType: z.string(), resourceId: z.string(), reason: z.string(), firstSeenAt: z.date() }),
  ),
  troubledDeliveries: z.array(
    z.object({
      appointmentId: z.string(),
      kind: z.string(),
      state: z.string(),
      attempts: count,
      lastError: z.string().nullable(),
      createdAt: z.date(),
    }),
  ),
  horizonDays: count,
  countedAt: z.date().nullable(),
  asOf: z.date(),
});
