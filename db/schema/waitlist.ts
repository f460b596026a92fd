import { sql } from 'drizzle-orm';
import { date, foreignKey, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';
import { channels } from './booking.ts';
import { sessions, tickets } from './schedules.ts';

export const waitStates = ['waiting', 'offered', 'accepted', 'lapsed', 'left', 'cleared'] as const;

/** 候补: one person waits for one full session; at most one number at a time is kept for them (A29, A30). */
export const waitlistEntries = pgTable(
  'waitlist_entries',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    residentId: uuid('resident_id').notNull(),
    accountId: text('account_id').notNull(), // who joined for them
    channel: text('channel', { enum: channels }).notNull(),
    state: text('state', { enum: waitStates }).notNull(),
    joinedAt: at('joined_at').notNull(), // the place in the list, for good
    ticketNumber: smallint('ticket_number'), // the number last kept for them
    offeredAt: at('offered_at'),
    expiresAt: at('expires_at'),
    endedAt: at('ended_at'),
    appointmentId: uuid('appointment_id'), // what the wait led to
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    foreignKey({ columns: [t.facilityId, t.sessionId], foreignColumns: [sessions.facilityId, sessions.id] }),
    foreignKey({
      columns: [t.facilityId, t.sessionId, t.ticketNumber],
      foreignColumns: [tickets.facilityId, tickets.sessionId, tickets.number],
    }),
    uniqueIndex('waitlist_entries_person')
      .on(t.facilityId, t.sessionId, t.residentId)
      .where(sql`state in ('waiting', 'offered')`),
    // a number is kept for one person only
    uniqueIndex('waitlist_entries_ticket').on(t.facilityId, t.sessionId, t.ticketNumber).where(sql`state = 'offered'`),
    index('waitlist_entries_order').on(t.facilityId, t.sessionId, t.joinedAt).where(sql`state = 'waiting'`),
    index('waitlist_entries_expiring').on(t.expiresAt).where(sql`state = 'offered'`),
  ],
);

/** The person's own list of waits, on the resident axis; the unique seats are the limit of waits at once. */
export const residentWaits = pgTable(
  'resident_waits',
  {
    residentId: uuid('resident_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    facilityId: text('facility_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    date: date('date').notNull(),
    seat: smallint('seat').notNull(),
    active: smallint('active').notNull().default(1), // 1 while waiting or offered
    joinedAt: at('joined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.entryId] }),
    uniqueIndex('resident_waits_seat').on(t.residentId, t.seat).where(sql`active = 1`),
  ],
);
