import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../../columns.ts';

export const placeKinds = [
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
] as const;
export const wayModes = ['walk', 'lift', 'escalator', 'stairs', 'ramp'] as const;
export const itineraryKinds = ['check-in', 'doctor', 'test', 'return', 'pay', 'pharmacy', 'other'] as const;
export const itineraryStates = ['todo', 'done', 'skipped'] as const;

/** A spot inside a facility that a person can be at: an entrance, a landmark with its QR code, a department's room. */
export const places = pgTable(
  'places',
  {
    facilityId: text('facility_id').notNull(),
    id: text('id').notNull(), // short, stands on the wall inside the QR code, so it never changes
    kind: text('kind', { enum: placeKinds }).notNull(),
    building: text('building').notNull().default(''),
    buildingEn: text('building_en').notNull().default(''),
    floor: smallint('floor').notNull().default(1), // 1 is the ground floor, −1 the first below
    name: text('name').notNull(),
    nameEn: text('name_en').notNull().default(''),
    departmentId: text('department_id'), // the department whose room this is
    lon: doublePrecision('lon'), // of the door itself, not of the building (E11)
    lat: doublePrecision('lat'),
    owner: text('owner').notNull().default(''), // who keeps it right …
    reviewBy: date('review_by').notNull(), // … and looks at it again by this day
    sample: boolean('sample').notNull().default(false), // drawn up by the platform, not yet walked by anybody
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('places_department').on(t.facilityId, t.departmentId),
    check('places_position', sql`(lon is null) = (lat is null)`),
  ],
);

/** How one gets from one place to the next, in words for both directions; no words back: one way only. */
export const ways = pgTable(
  'ways',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    fromId: text('from_id').notNull(),
    toId: text('to_id').notNull(),
    mode: text('mode', { enum: wayModes }).notNull(),
    seconds: smallint('seconds').notNull(),
    oneWay: boolean('one_way').notNull().default(false),
    there: text('there').notNull().default(''), // left empty: worded from the mode and the place it leads to
    thereEn: text('there_en').notNull().default(''),
    back: text('back').notNull().default(''),
    backEn: text('back_en').notNull().default(''),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex('ways_ends').on(t.facilityId, t.fromId, t.toId, t.mode),
    foreignKey({ columns: [t.facilityId, t.fromId], foreignColumns: [places.facilityId, places.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.facilityId, t.toId], foreignColumns: [places.facilityId, places.id] }).onDelete('cascade'),
    check('ways_ends_differ', sql`from_id <> to_id`),
    check('ways_seconds', sql`seconds between 1 and 3600`),
  ],
);

/**
 * What to do before coming (E14): for the whole facility, a department, a number type or a test; '' stands for any.
 * An empty column leaves the matter to the less specific row.
 */
export const preparations = pgTable(
  'preparations',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    departmentId: text('department_id').notNull().default(''),
    numberType: text('number_type').notNull().default(''),
    test: text('test').notNull().default(''),
    fastingHours: smallint('fasting_hours'),
    earlyMinutes: smallint('early_minutes'),
    oldResults: boolean('old_results'),
    companion: boolean('companion'),
    documents: text('documents'),
    documentsEn: text('documents_en'),
    note: text('note'),
    noteEn: text('note_en'),
    changedBy: text('changed_by').notNull().default(''),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex('preparations_subject').on(t.facilityId, t.departmentId, t.numberType, t.test),
    check('preparations_hours', sql`fasting_hours between 0 and 24`),
    check('preparations_minutes', sql`early_minutes between 0 and 240`),
  ],
);

/** 导诊单: one step of a visit's day, in the order of `position` (E13). */
export const itinerarySteps = pgTable(
  'itinerary_steps',
  {
    facilityId: text('facility_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    id: id(),
    position: smallint('position').notNull(),
    kind: text('kind', { enum: itineraryKinds }).notNull(),
    test: text('test').notNull().default(''), // code of a test, for its name and preparation
    label: text('label').notNull().default(''), // in the words of who added it
    placeId: text('place_id'),
    state: text('state', { enum: itineraryStates }).notNull().default('todo'),
    settledAt: at('settled_at'),
    addedBy: text('added_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.appointmentId, t.id] }),
    uniqueIndex('itinerary_steps_once')
      .on(t.facilityId, t.appointmentId, t.kind)
      .where(sql`kind in ('check-in', 'doctor')`),
  ],
);
