import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../../columns.ts';

/** The last time somebody had all hospitals of a person asked for news at once. One row a person: what was before is in the audit. */
export const recordRefreshes = pgTable('record_refreshes', {
  residentId: uuid('resident_id').primaryKey(),
  id: id(), // of this time: a job of an earlier one has nothing more to say
  askedAt: at('asked_at').notNull(),
  endedAt: at('ended_at'),
});

/** How far each hospital of that time has come. */
export const recordRefreshHospitals = pgTable(
  'record_refresh_hospitals',
  {
    residentId: uuid('resident_id').notNull(),
    facilityId: text('facility_id').notNull(),
    state: text('state', { enum: ['waiting', 'done', 'failed'] }).notNull(),
    news: integer('news').notNull().default(0), // entries added, changed and withdrawn
    reason: text('reason'), // why it failed, a word of `trouble` in his-sync/refresh/rules.ts
    endedAt: at('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.facilityId] })],
);
