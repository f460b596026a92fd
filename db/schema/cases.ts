import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';

/**
 * A question about a person's record that somebody must answer in time: why was it looked at, was the glass broken
 * for good reason, is this entry wrong, did an official have to know whose it is. The facility answers first; what it leaves too long goes to the officials.
 */
export const cases = pgTable(
  'cases',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    kind: text('kind', { enum: ['why', 'glass', 'correction', 'review'] }).notNull(),
    subjectId: uuid('subject_id').notNull(), // the access event, the opening, the entry, or the sampled visit
    about: text('about').notNull().default(''), // in words: who looked, or what the entry is called
    aboutAt: at('about_at'),
    facilityId: text('facility_id'), // null where an official looked
    regionPath: text('region_path').notNull(), // whose officials answer what the facility does not
    openedBy: text('opened_by').notNull(), // account, or 'rule'
    question: text('question').notNull().default(''),
    stage: text('stage', { enum: ['facility', 'official', 'closed'] }).notNull(),
    createdAt: at('created_at').notNull(),
    dueAt: at('due_at').notNull(),
    escalatedAt: at('escalated_at'),
    answeredAt: at('answered_at'),
    answeredBy: uuid('answered_by'),
    answeredAs: text('answered_as'), // name of the facility or the office, as the person reads it
    outcome: text('outcome', { enum: ['justified', 'unjustified', 'corrected', 'annotated', 'declined'] }),
    answer: text('answer'),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    uniqueIndex('cases_open').on(t.residentId, t.kind, t.subjectId).where(sql`stage <> 'closed'`),
    index('cases_subject').on(t.residentId, t.subjectId),
    index('cases_facility').on(t.facilityId, t.dueAt).where(sql`stage <> 'closed'`),
    index('cases_answered').on(t.facilityId, t.answeredAt, t.id).where(sql`stage = 'closed'`),
    index('cases_overdue').on(t.dueAt).where(sql`stage = 'facility'`),
    index('cases_official').on(t.dueAt).where(sql`stage = 'official'`),
    index('cases_answered_above')
      .on(t.answeredAt, t.id)
      .where(sql`stage = 'closed' and (escalated_at is not null or facility_id is null)`),
  ],
);
