import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';

/** Written in the transaction of the change it describes. facilityId 'platform' when no facility is concerned. */
export const auditEvents = pgTable(
  'audit_events',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    at: at('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(), // booking.book, schedules.stop …
    subjectType: text('subject_type').notNull(), // appointment, session, resident …
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}), // no personal data
    requestId: text('request_id').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('audit_events_subject').on(t.facilityId, t.subjectType, t.subjectId, t.at),
  ],
);
