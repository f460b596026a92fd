import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../../columns.ts';

/** One table file of a hospital without FHIR, and what came of it. */
export const hisFiles = pgTable(
  'his_files',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    receivedAt: at('received_at').notNull(),
    via: text('via', { enum: ['screen', 'key'] }).notNull(),
    account: text('account'), // who uploaded it; null when it came by key
    name: text('name').notNull(), // as the sender calls it
    digest: text('digest').notNull(), // SHA-256 of its bytes
    rows: integer('rows').notNull(), // what it held, examples and empty lines aside
    taken: integer('taken').notNull(), // readable, and here now
    written: integer('written').notNull(), // of those, news: the rest had come before
    withdrawn: integer('withdrawn').notNull(),
    waiting: integer('waiting').notNull(), // readable, but of a patient not known here yet
    refused: integer('refused').notNull(),
    closedAt: at('closed_at'), // somebody said that its rows will not be mended
    closedBy: text('closed_by'),
    closedWhy: text('closed_why'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('his_files_latest').on(t.facilityId, t.receivedAt, t.id),
  ],
);

/** A row that was not taken, with its faults; what it says lies sealed until a later file brings it readable. */
export const hisFileRows = pgTable(
  'his_file_rows',
  {
    facilityId: text('facility_id').notNull(),
    fileId: uuid('file_id').notNull(),
    kind: text('kind').notNull(), // '' when the fault is of the file itself
    line: integer('line').notNull(),
    sourceId: text('source_id').notNull(), // its number at the hospital, '' when that is at fault
    faults: jsonb('faults').notNull(), // column, fault, params; no content
    waits: boolean('waits').notNull(), // nothing to mend: it waits in his_rejects for its patient
    sealed: text('sealed'), // its cells; null once settled
    settledAt: at('settled_at'),
    // how it was settled: read in a later file, its whole file sent anew, or given up
    outcome: text('outcome', { enum: ['taken', 'replaced', 'given-up'] }),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.fileId, t.kind, t.line] }),
    foreignKey({ columns: [t.facilityId, t.fileId], foreignColumns: [hisFiles.facilityId, hisFiles.id] }),
    index('his_file_rows_open').on(t.facilityId, t.kind, t.sourceId).where(sql`settled_at is null`),
  ],
);

/** The key with which a hospital sends files by itself; only its hash lies here. */
export const hisFileKeys = pgTable('his_file_keys', {
  facilityId: text('facility_id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  madeAt: at('made_at').notNull(),
  madeBy: text('made_by').notNull(),
});
