import { index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../../columns.ts';

/** A quarantined number: when it came back, and when it is for everybody again unless somebody waits (A31). */
export const ticketReturns = pgTable(
  'ticket_returns',
  {
    facilityId: text('facility_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    number: smallint('number').notNull(),
    returnedAt: at('returned_at').notNull(),
    backAt: at('back_at').notNull(), // shown to nobody, staff included
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.sessionId, t.number] }), index('ticket_returns_due').on(t.backAt)],
);
