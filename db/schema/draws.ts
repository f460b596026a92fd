import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
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
import { channels } from './booking.ts';
import { sessions } from './schedules.ts';

export const drawStatuses = ['intake', 'closed', 'drawn', 'void'] as const;
export const entryStatuses = ['waiting', 'withdrawn', 'won', 'lost', 'passed'] as const;

/** The draw of one over-subscribed session: its seed is promised before requests are taken and shown after. */
export const draws = pgTable(
  'draws',
  {
    facilityId: text('facility_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    status: text('status', { enum: drawStatuses }).notNull(),
    opensAt: at('opens_at').notNull(),
    closesAt: at('closes_at').notNull(),
    commitment: text('commitment').notNull(), // hash of the seed, shown from the beginning
    committedAt: at('committed_at').notNull(),
    seedSealed: text('seed_sealed').notNull(),
    seed: text('seed'), // shown once the draw is done
    listHash: text('list_hash'), // of the requests as they stood at the close
    offered: smallint('offered').array(), // numbers that were free at the close and are kept for the draw
    closedAt: at('closed_at'),
    drawnAt: at('drawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.sessionId] }),
    foreignKey({ columns: [t.facilityId, t.sessionId], foreignColumns: [sessions.facilityId, sessions.id] }),
    index('draws_due').on(t.closesAt).where(sql`status in ('intake', 'closed')`),
    check('draws_promise_first', sql`committed_at <= opens_at and opens_at < closes_at`),
  ],
);

/** One person's request for a number of an over-subscribed session, by whichever channel it came. */
export const drawEntries = pgTable(
  'draw_entries',
  {
    facilityId: text('facility_id').notNull(),
    id: id(), // random, so that the public list tells nothing of when it came
    sessionId: uuid('session_id').notNull(),
    residentId: uuid('resident_id').notNull(),
    accountId: text('account_id').notNull(),
    channel: text('channel', { enum: channels }).notNull(),
    status: text('status', { enum: entryStatuses }).notNull(),
    place: integer('place'), // in the order that was drawn
    ticketNumber: smallint('ticket_number'),
    later: boolean('later').notNull().default(false), // not the lowest number left, because of another visit
    reason: text('reason'), // the rule that let a drawn request pass
    appointmentId: uuid('appointment_id'),
    createdAt: createdAt(),
    decidedAt: at('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    foreignKey({ columns: [t.facilityId, t.sessionId], foreignColumns: [draws.facilityId, draws.sessionId] }),
    uniqueIndex('draw_entries_person').on(t.facilityId, t.sessionId, t.residentId),
    uniqueIndex('draw_entries_ticket').on(t.facilityId, t.sessionId, t.ticketNumber).where(sql`status = 'won'`),
    check('draw_entries_won', sql`(status = 'won') = (appointment_id is not null and ticket_number is not null)`),
  ],
);

/** The person's own list of requests; its unique seats keep the number of open ones within the limit. */
export const residentDraws = pgTable(
  'resident_draws',
  {
    residentId: uuid('resident_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    facilityId: text('facility_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    waiting: smallint('waiting').notNull().default(1), // 1 while undecided, 0 after
    seat: smallint('seat').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.entryId] }),
    uniqueIndex('resident_draws_seat').on(t.residentId, t.seat).where(sql`waiting = 1`),
  ],
);
