import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt } from '../columns.ts';

/** A reminder that went out: the key keeps one message a person, day and kind, however many visits that day has (A40). */
export const reminders = pgTable(
  'reminders',
  {
    residentId: uuid('resident_id').notNull(),
    date: date('date').notNull(), // of the visit
    kind: text('kind', { enum: ['week-before', 'two-days-before', 'day-before', 'same-day'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.date, t.kind] })],
);
