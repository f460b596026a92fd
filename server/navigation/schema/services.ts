import { z } from 'zod';
import { originInput, originView, travelView } from './origin.ts';

export const serviceKind = z.enum([
  'emergency',
  'fever',
  'paediatric_night',
  'chest_pain',
  'stroke',
  'rabies',
  'antivenom',
]);
export type ServiceKind = z.infer<typeof serviceKind>;

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'HH:MM');
/** ISO weekdays with local times; `to` at or before `from` means the next morning. */
export const openingHours = z
  .array(
    z.object({
      days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
      from: localTime,
      to: localTime,
    }),
  )
  .min(1)
  .max(14);

/** A door as somebody in need sees it: no facility id, so that nothing here leads into booking. */
export const doorView = z.object({
  kind: serviceKind,
  facilityName: z.string(),
  level: z.number(),
  address: z.string(),
  place: z.string(),
  phone: z.string(),
  hours: openingHours,
  always: z.boolean(),
  open: z.boolean(),
  /** When it closes if open, else when it opens next; null when it never changes. */
  changesAt: z.date().nullable(),
  /** Why it is closed although its hours say open; empty when there is no reason. */
  note: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  travel: travelView.nullable(),
  owner: z.string(),
  reviewedOn: z.string(),
  /** Nobody has confirmed the row for half a year: call before going. */
  stale: z.boolean(),
  /** Invented for the demo. */
  sample: z.boolean(),
});
export type DoorView = z.infer<typeof doorView>;

export const openNowInput = z.object({
  kind: serviceKind,
  origin: originInput.optional(),
  /** Open ones first; false leaves the closed ones out. */
  closedToo: z.boolean().default(true),
  limit: z.number().int().min(1).max(50).default(20),
});
export const openNowOutput = z.object({
  doors: z.array(doorView.extend({ facilityId: z.string() })),
  origin: originView,
  total: z.number(),
  openTotal: z.number(),
  asOf: z.date(),
});

// ---- the facility's staff ----

export const ownServiceView = z.object({
  kind: serviceKind,
  available: z.boolean(),
  hours: openingHours,
  phone: z.string(),
  place: z.string(),
  note: z.string(),
  owner: z.string(),
  reviewedOn: z.string(),
  stale: z.boolean(),
  sample: z.boolean(),
  open: z.boolean(),
});
export type OwnServiceView = z.infer<typeof ownServiceView>;
export const ownServicesOutput = z.object({
  services: z.array(ownServiceView),
  reviewDays: z.number(),
  asOf: z.date(),
});

export const saveServiceInput = z
  .object({
    kind: serviceKind,
    available: z.boolean(),
    hours: openingHours,
    phone: z
      .string()
      .trim()
      .regex(/^[\d+\- ]{3,20}$/, 'phone'),
    place: z.string().trim().max(80).default(''),
    note: z.string().trim().max(120).default(''),
    owner: z.string().trim().min(2).max(40),
  })
  .refine((service) => service.available || service.note.length >= 2, { path: ['note'], error: 'reason-needed' });
export const removeServiceInput = z.object({ kind: serviceKind, reason: z.string().trim().min(2).max(200) });
