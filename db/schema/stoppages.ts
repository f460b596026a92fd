import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns.ts';

/** 停诊 of a whole department or of one doctor over some days, decided in one action. */
export const stoppages = pgTable(
  'stoppages',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    departmentId: text('department_id'),
    practitionerId: text('practitioner_id'),
    fromDate: date('from_date').notNull(),
    toDate: date('to_date').notNull(),
    reason: text('reason').notNull(),
    accountId: text('account_id').notNull(),
    createdAt: createdAt(),
    placedAt: at('placed_at'), // everybody was told and offered what there was; null while that goes on
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('stoppages_dates').on(t.facilityId, t.toDate),
    check('stoppages_whose', sql`num_nonnulls(department_id, practitioner_id) = 1`),
  ],
);

/** The sessions that one stoppage stopped. */
export const stoppageSessions = pgTable(
  'stoppage_sessions',
  {
    facilityId: text('facility_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    stoppageId: uuid('stoppage_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.sessionId] }),
    index('stoppage_sessions_stoppage').on(t.facilityId, t.stoppageId),
  ],
);

/** What staff learned when they called somebody who lost a number; the newest counts. */
export const stoppageCalls = pgTable(
  'stoppage_calls',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    appointmentId: uuid('appointment_id').notNull(), // the one that was lost
    outcome: text('outcome', { enum: ['no-answer', 'thinking', 'gives-up'] }).notNull(),
    accountId: text('account_id').notNull(),
    calledAt: at('called_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('stoppage_calls_appointment').on(t.facilityId, t.appointmentId),
  ],
);
