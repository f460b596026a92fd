import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns.ts';
import { tickets } from './schedules.ts';

export const appointmentStatuses = [
  'held',
  'booked',
  'arrived',
  'fulfilled',
  'noshow',
  'cancelled',
  'rejected',
] as const;
export const channels = ['web', 'app', 'wechat', 'desk', 'phone', 'grassroots', 'his', 'system'] as const;

/** A resident's claim on one ticket. Active: held, booked, arrived, fulfilled, noshow. */
export const appointments = pgTable(
  'appointments',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    ticketNumber: smallint('ticket_number').notNull(),
    residentId: uuid('resident_id').notNull(),
    accountId: text('account_id').notNull(), // who made it: account id, or 'his'
    channel: text('channel', { enum: channels }).notNull(),
    status: text('status', { enum: appointmentStatuses }).notNull(),
    code: text('code').notNull(), // proof of booking, read aloud and typed
    feeFen: integer('fee_fen').notNull(),
    cancelBy: at('cancel_by').notNull(), // the deadline that was shown when it was made
    heldUntil: at('held_until'), // only while held
    replaces: uuid('replaces'), // the appointment it was rescheduled from
    cancelReason: text('cancel_reason'),
    hisId: text('his_id'), // FHIR Appointment id at the hospital
    hisState: text('his_state', { enum: ['none', 'pending', 'told', 'failed'] })
      .notNull()
      .default('none'),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    foreignKey({
      columns: [t.facilityId, t.sessionId, t.ticketNumber],
      foreignColumns: [tickets.facilityId, tickets.sessionId, tickets.number],
    }),
    // the last word against a double sale
    uniqueIndex('appointments_ticket_active')
      .on(t.facilityId, t.sessionId, t.ticketNumber)
      .where(sql`status not in ('cancelled', 'rejected')`),
    uniqueIndex('appointments_code').on(t.facilityId, t.code),
    index('appointments_session').on(t.facilityId, t.sessionId),
    // what the hospital is yet to be told, oldest first
    index('appointments_tell').on(t.facilityId, t.updatedAt).where(sql`his_state = 'pending'`),
    index('appointments_held').on(t.heldUntil).where(sql`status = 'held'`),
  ],
);

/** Immutable history of an appointment: who moved it from where to where, and when. */
export const appointmentSteps = pgTable(
  'appointment_steps',
  {
    facilityId: text('facility_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    seq: smallint('seq').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status', { enum: appointmentStatuses }).notNull(),
    at: at('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.appointmentId, t.seq] })],
);

/**
 * The resident's own list, on the resident axis, and the seat of every limit per person: the caps are
 * unique "seats", so two concurrent requests cannot both take the last one.
 * db/migrations adds the exclusion constraint against overlapping windows (A22).
 */
export const residentBookings = pgTable(
  'resident_bookings',
  {
    residentId: uuid('resident_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    facilityId: text('facility_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    departmentId: text('department_id').notNull(),
    doctorKey: text('doctor_key').notNull(), // practitioner id, or '-' for any doctor
    date: date('date').notNull(),
    windowStart: at('window_start').notNull(),
    windowEnd: at('window_end').notNull(),
    active: smallint('active').notNull().default(1), // 1 while it counts, 0 once cancelled or over
    daySeat: smallint('day_seat').notNull(),
    openSeat: smallint('open_seat').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.appointmentId] }),
    uniqueIndex('resident_bookings_doctor_day')
      .on(t.residentId, t.departmentId, t.doctorKey, t.date)
      .where(sql`active = 1`),
    uniqueIndex('resident_bookings_day_seat').on(t.residentId, t.date, t.daySeat).where(sql`active = 1`),
    uniqueIndex('resident_bookings_open_seat').on(t.residentId, t.openSeat).where(sql`active = 1`),
    check('resident_bookings_seats', sql`day_seat between 1 and 20 and open_seat between 1 and 50`),
  ],
);

/** Same key and body, same answer; same key and other body, an error. Kept per resident booked for. */
export const bookingRequests = pgTable(
  'booking_requests',
  {
    residentId: uuid('resident_id').notNull(),
    accountId: text('account_id').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    facilityId: text('facility_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.accountId, t.key] })],
);

/** A ticket kept for a resident whose clinic was stopped: like for like, one tap to accept (A33). */
export const offers = pgTable(
  'offers',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    appointmentId: uuid('appointment_id').notNull(), // the one that fell away
    residentId: uuid('resident_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    ticketNumber: smallint('ticket_number').notNull(),
    status: text('status', { enum: ['open', 'accepted', 'declined', 'lapsed'] }).notNull(),
    createdAt: createdAt(),
    expiresAt: at('expires_at').notNull(),
    decidedAt: at('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    foreignKey({
      columns: [t.facilityId, t.sessionId, t.ticketNumber],
      foreignColumns: [tickets.facilityId, tickets.sessionId, tickets.number],
    }),
    uniqueIndex('offers_ticket_open').on(t.facilityId, t.sessionId, t.ticketNumber).where(sql`status = 'open'`),
    uniqueIndex('offers_appointment_open').on(t.facilityId, t.appointmentId).where(sql`status = 'open'`),
  ],
);

/** A booking that staff made for somebody who asked (A48); `facilityId` is where the helper works. */
export const proxyBookings = pgTable(
  'proxy_bookings',
  {
    facilityId: text('facility_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    visitFacilityId: text('visit_facility_id').notNull(), // where the visit is
    residentId: uuid('resident_id').notNull(),
    accountId: text('account_id').notNull(),
    consent: text('consent', { enum: ['in-person', 'by-phone', 'by-kin'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.appointmentId] }),
    index('proxy_bookings_recent').on(t.facilityId, t.createdAt),
  ],
);

/** A number given back or changed by the person's own choice: too many in a short time pause booking (A24). */
export const cancellations = pgTable(
  'cancellations',
  {
    residentId: uuid('resident_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    facilityId: text('facility_id').notNull(),
    kind: text('kind', { enum: ['cancel', 'change'] }).notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.appointmentId] })],
);
