import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../../columns.ts';

/**
 * What a hospital's records add up to, kept in step by every intake: entries kept and withdrawn by type, entries
 * with a finding, entries with a code nobody else knows. A million entries need not be counted to show a page.
 */
export const recordTallies = pgTable(
  'record_tallies',
  {
    facilityId: text('facility_id').notNull(),
    what: text('what', { enum: ['kept', 'withdrawn', 'finding', 'gap'] }).notNull(),
    type: text('type').notNull(),
    key: text('key').notNull().default(''), // the finding; the code, as system|code
    label: text('label').notNull().default(''), // what the hospital calls the code
    entries: integer('entries').notNull(),
    firstAt: at('first_at').notNull(),
    lastAt: at('last_at').notNull(),
    example: uuid('example').notNull(), // the entry in which it was seen last
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.what, t.type, t.key] })],
);
