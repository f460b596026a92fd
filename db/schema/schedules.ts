import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns.ts';
import { departments, facilities } from './facilities.ts';

export const numberTypes = ['ordinary', 'expert', 'special', 'chronic', 'return', 'mdt'] as const;
export const halfDays = ['am', 'pm', 'evening'] as const;
/** referral → township → public, desk → public and same-day → public: unused numbers move on at stated times (A15, A16). */
export const ticketPools = ['public', 'desk', 'referral', 'township', 'same-day', 'extra'] as const;

/** Weekly plan from which sessions are published. */
export const sessionTemplates = pgTable(
  'session_templates',
  {
    facilityId: text('facility_id')
      .notNull()
      .references(() => facilities.id),
    id: id(),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    practitionerId: text('practitioner_id'),
    weekday: smallint('weekday').notNull(), // 1 Monday … 7 Sunday
    halfDay: text('half_day', { enum: halfDays }).notNull(),
    startsAt: time('starts_at').notNull(), // local time of the region
    endsAt: time('ends_at').notNull(),
    numberType: text('number_type', { enum: numberTypes }).notNull(),
    feeFen: integer('fee_fen').notNull(),
    capacity: smallint('capacity').notNull(),
    quotas: jsonb('quotas').$type<Partial<Record<'desk' | 'referral' | 'same-day', number>>>().notNull().default({}),
    drawMinutes: smallint('draw_minutes'), // over-subscribed: so long requests are taken, then drawn; null: first come
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('session_templates_department').on(t.facilityId, t.departmentId),
    check('session_templates_capacity', sql`capacity between 1 and 500`),
  ],
);

/** 排班: one clinic half-day of a department or doctor (FHIR Schedule). */
export const sessions = pgTable(
  'sessions',
  {
    facilityId: text('facility_id')
      .notNull()
      .references(() => facilities.id),
    id: id(),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    practitionerId: text('practitioner_id'),
    date: date('date').notNull(),
    halfDay: text('half_day', { enum: halfDays }).notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    numberType: text('number_type', { enum: numberTypes }).notNull(),
    feeFen: integer('fee_fen').notNull(),
    // halted: its ledger did not add up; visits go on, nothing is sold until an official releases it
    status: text('status', { enum: ['draft', 'published', 'halted', 'suspended', 'ended'] }).notNull(),
    releaseAt: at('release_at').notNull(), // numbers can be booked from here …
    closeAt: at('close_at').notNull(), // … to here
    cutoffAt: at('cutoff_at'), // except between this on the day before …
    reopensAt: at('reopens_at'), // … and this on the day itself (A6, A7)
    poolTimes: jsonb('pool_times').$type<Partial<Record<string, string>>>().notNull().default({}), // when unused numbers of a pool move on
    poolsDueAt: at('pools_due_at'), // the next of these times; null when none is left
    drawOpensAt: at('draw_opens_at'), // over-subscribed: requests are taken from here …
    drawClosesAt: at('draw_closes_at'), // … to here; until the draw is done, releaseAt is closeAt
    released: smallint('released').notNull(), // how many tickets were issued: the ledger's right-hand side
    templateId: uuid('template_id'),
    suspendReason: text('suspend_reason'),
    suspendedBy: text('suspended_by', { enum: ['hospital', 'platform'] }), // only who stopped a clinic may open it again
    hisId: text('his_id'), // FHIR Schedule id at the hospital
    hisVersion: text('his_version'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex('sessions_his').on(t.facilityId, t.hisId),
    uniqueIndex('sessions_template_date').on(t.facilityId, t.templateId, t.date),
    index('sessions_department_date').on(t.departmentId, t.date),
    index('sessions_practitioner_date').on(t.practitionerId, t.date),
    index('sessions_facility_date').on(t.facilityId, t.date),
    index('sessions_pools_due').on(t.poolsDueAt).where(sql`pools_due_at is not null`),
    check('sessions_times', sql`starts_at < ends_at`),
    check(
      'sessions_draw_times',
      sql`(draw_opens_at is null) = (draw_closes_at is null) and draw_opens_at < draw_closes_at`,
    ),
  ],
);

/** 号: one row a number, because each is printed, called and audited (FHIR Slot). */
export const tickets = pgTable(
  'tickets',
  {
    facilityId: text('facility_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    number: smallint('number').notNull(),
    windowStart: at('window_start').notNull(),
    windowEnd: at('window_end').notNull(),
    pool: text('pool', { enum: ticketPools }).notNull().default('public'),
    // the ledger: free + held + booked + used + quarantined + suspended = sessions.released
    status: text('status', { enum: ['free', 'held', 'booked', 'used', 'quarantined', 'suspended'] })
      .notNull()
      .default('free'),
    takenBy: text('taken_by', { enum: ['platform', 'hospital'] }), // who holds a ticket that is not free
    hisId: text('his_id'), // FHIR Slot id at the hospital
    hisVersion: text('his_version'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.sessionId, t.number] }),
    foreignKey({ columns: [t.facilityId, t.sessionId], foreignColumns: [sessions.facilityId, sessions.id] }),
    index('tickets_free').on(t.facilityId, t.sessionId, t.number).where(sql`status = 'free'`),
    uniqueIndex('tickets_his').on(t.facilityId, t.hisId),
  ],
);

/** Rules of a facility from a date on, inside provincial bounds (server/booking/rules.ts). */
export const bookingRules = pgTable(
  'booking_rules',
  {
    facilityId: text('facility_id').notNull(),
    effectiveFrom: date('effective_from').notNull(),
    horizonDays: smallint('horizon_days').notNull().default(14),
    releaseTime: time('release_time').notNull().default('08:00'),
    closeMinutes: smallint('close_minutes').notNull().default(30), // booking closes so long before the session ends
    cancelMinutes: smallint('cancel_minutes').notNull().default(120), // ordinary: before the ticket's window
    expertCancelTime: time('expert_cancel_time').notNull().default('17:00'), // expert: on the day before
    perDay: smallint('per_day').notNull().default(2),
    openMax: smallint('open_max').notNull().default(5),
    extraPerSession: smallint('extra_per_session').notNull().default(3), // 加号
    checkInMinutes: smallint('check_in_minutes').notNull().default(60), // by phone or kiosk, before the window
    lateMinutes: smallint('late_minutes').notNull().default(15), // after the window's end before one counts as late
    latePlaces: smallint('late_places').notNull().default(3), // people called before somebody late (过号)
    missedCalls: smallint('missed_calls').notNull().default(3), // calls without an answer
    returnPlaces: smallint('return_places').notNull().default(2), // people called before somebody back from tests
    elderAge: smallint('elder_age').notNull().default(80), // first among the people of a window
    nextDayCutoff: time('next_day_cutoff').notNull().default('24:00'), // tomorrow's numbers rest from here; 24:00: never
    sameDayTime: time('same_day_time').notNull().default('07:00'), // … to here, when the same-day numbers open too
    townshipHours: smallint('township_hours').notNull().default(72), // before the clinic: referral numbers open to townships
    publicHours: smallint('public_hours').notNull().default(24), // … and then to everybody
    deskOpenMinutes: smallint('desk_open_minutes').notNull().default(0), // before the clinic: unused desk numbers open
    strikesMax: smallint('strikes_max').notNull().default(3),
    strikeDays: smallint('strike_days').notNull().default(90),
    banDays: smallint('ban_days').notNull().default(90),
    banScope: text('ban_scope', { enum: ['facility', 'province'] })
      .notNull()
      .default('province'),
    cancelsMax: smallint('cancels_max').notNull().default(10),
    cancelDays: smallint('cancel_days').notNull().default(30),
    waitMinutes: smallint('wait_minutes').notNull().default(120), // to take a number kept for who waited …
    waitEveMinutes: smallint('wait_eve_minutes').notNull().default(30), // … on the day before
    waitDayMinutes: smallint('wait_day_minutes').notNull().default(10), // … on the day itself
    returnFromMinutes: smallint('return_from_minutes').notNull().default(10), // a returned number nobody waits for rests …
    returnToMinutes: smallint('return_to_minutes').notNull().default(120), // … some random time between these
    changedBy: text('changed_by').notNull().default('system'),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.effectiveFrom] })],
);
