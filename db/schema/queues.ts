import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { appointments } from './booking.ts';
import { sessions } from './schedules.ts';

export const queueStatuses = ['waiting', 'called', 'in-room', 'away', 'missed', 'done', 'moved'] as const;
export const priorities = ['emergency-1', 'emergency-2', 'emergency-3', 'elder', 'disabled', 'soldier'] as const;

/** A session's waiting line: how many people were called so far, which is what "after k people" counts. */
export const queueLines = pgTable(
  'queue_lines',
  {
    facilityId: text('facility_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    calls: integer('calls').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.sessionId] }),
    foreignKey({ columns: [t.facilityId, t.sessionId], foreignColumns: [sessions.facilityId, sessions.id] }),
  ],
);

/** A doctor at work on a session in a room today; several doctors of one session call from the same line. */
export const queueStations = pgTable(
  'queue_stations',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    accountId: text('account_id').notNull(),
    doctor: text('doctor').notNull(),
    room: text('room').notNull(),
    openedAt: at('opened_at').notNull(),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    foreignKey({ columns: [t.facilityId, t.sessionId], foreignColumns: [sessions.facilityId, sessions.id] }),
    uniqueIndex('queue_stations_account').on(t.facilityId, t.accountId).where(sql`closed_at is null`),
    uniqueIndex('queue_stations_room').on(t.facilityId, t.sessionId, t.room).where(sql`closed_at is null`),
  ],
);

/** One person's turn in a line, from the moment of checking in. */
export const queueEntries = pgTable(
  'queue_entries',
  {
    facilityId: text('facility_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    residentId: uuid('resident_id').notNull(),
    ticketNumber: smallint('ticket_number').notNull(),
    shownName: text('shown_name').notNull(), // 陈*燕: all that a screen in the hall may know
    windowStart: at('window_start').notNull(),
    status: text('status', { enum: queueStatuses }).notNull(),
    arrivedAt: at('arrived_at').notNull(),
    late: boolean('late').notNull().default(false),
    priority: text('priority', { enum: priorities }),
    urgency: smallint('urgency').notNull().default(0), // 0 none, 3 the most urgent: goes before everybody
    courtesy: boolean('courtesy').notNull().default(false), // first among the people of one window
    dueCall: integer('due_call'), // late or back from tests: next once the line has called so many
    stationId: uuid('station_id'),
    callCount: smallint('call_count').notNull().default(0),
    calledAt: at('called_at'),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
    seconds: integer('seconds').notNull().default(0), // spent with the doctor, over all turns
    movedTo: uuid('moved_to'), // the appointment in the right department (E16)
    movedFrom: uuid('moved_from'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.appointmentId] }),
    foreignKey({
      columns: [t.facilityId, t.appointmentId],
      foreignColumns: [appointments.facilityId, appointments.id],
    }),
    index('queue_entries_session').on(t.facilityId, t.sessionId),
    // a room has one patient at a time, whatever two buttons pressed at once say
    uniqueIndex('queue_entries_station').on(t.facilityId, t.stationId).where(sql`status in ('called', 'in-room')`),
    // the wrong department is put right once
    uniqueIndex('queue_entries_moved_from').on(t.facilityId, t.movedFrom),
    check('queue_entries_urgency', sql`urgency between 0 and 3`),
  ],
);

/** Immutable history of a turn: the evidence of who was called when, and what followed (A26). */
export const queueSteps = pgTable(
  'queue_steps',
  {
    facilityId: text('facility_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    seq: smallint('seq').notNull(),
    act: text('act').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status', { enum: queueStatuses }).notNull(),
    at: at('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    room: text('room'),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.appointmentId, t.seq] })],
);

/** A screen in a waiting hall or a check-in kiosk: a public page whose address holds an unguessable token. */
export const queueScreens = pgTable(
  'queue_screens',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    kind: text('kind', { enum: ['screen', 'kiosk'] }).notNull(),
    title: text('title').notNull(),
    departmentId: text('department_id'), // null: the whole facility
    room: text('room'), // null: every room
    shows: text('shows', { enum: ['name', 'number'] }).notNull(),
    tokenHash: text('token_hash').notNull(),
    tokenSealed: text('token_sealed').notNull(), // so that staff can open the address again
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex('queue_screens_token').on(t.facilityId, t.tokenHash),
  ],
);

/** 诊间预约 (A46): the doctor's wish for a return visit; the patient picks the time at the desk or on the phone. */
export const followUps = pgTable(
  'follow_ups',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    appointmentId: uuid('appointment_id').notNull(), // the visit it follows
    residentId: uuid('resident_id').notNull(),
    departmentId: text('department_id').notNull(),
    practitionerId: text('practitioner_id'), // null: any doctor of the department
    fromDate: date('from_date').notNull(),
    toDate: date('to_date').notNull(),
    status: text('status', { enum: ['open', 'booked', 'declined'] }).notNull(),
    bookedId: uuid('booked_id'),
    accountId: text('account_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex('follow_ups_open').on(t.facilityId, t.appointmentId).where(sql`status = 'open'`),
    index('follow_ups_resident').on(t.residentId),
  ],
);
