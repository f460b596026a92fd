import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';

/**
 * A rule by which an office draws a sample of records, written once. With the seed the same sample can be drawn
 * again. Few rows, read beside every hospital's findings.
 */
export const reviews = pgTable(
  'reviews',
  {
    id: id().primaryKey(),
    title: text('title').notNull(),
    purpose: text('purpose', { enum: ['quality', 'research'] }).notNull(),
    officePath: text('office_path').notNull(), // whose it is: the region of the office
    areaCode: text('area_code').notNull(), // whose hospitals are looked at
    kinds: text('kinds').array().notNull(),
    periodFrom: date('period_from').notNull(),
    periodTo: date('period_to').notNull(), // the last day of it
    sizeKind: text('size_kind', { enum: ['count', 'share'] }).notNull(),
    size: smallint('size').notNull(), // of each hospital: a number, or percent
    seed: text('seed').notNull(),
    facilityIds: text('facility_ids').array().notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
  },
  (t) => [index('reviews_office').on(t.officePath.op('text_pattern_ops'), t.createdAt)],
);

/** What the draw found at one hospital; the row says that it is done. */
export const reviewStrata = pgTable(
  'review_strata',
  {
    facilityId: text('facility_id').notNull(),
    reviewId: uuid('review_id').notNull(),
    population: integer('population').notNull(),
    drawn: integer('drawn').notNull(),
    drawnAt: at('drawn_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.reviewId] }), index('review_strata_review').on(t.reviewId)],
);

/** A visit or paper that was drawn, without anything that says whose it is but the id that only the server reads. */
export const reviewItems = pgTable(
  'review_items',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    reviewId: uuid('review_id').notNull(),
    number: integer('number').notNull(), // 1, 2, … in the order drawn
    residentId: uuid('resident_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    sourceId: text('source_id').notNull(), // by which its hospital finds it
    happenedAt: at('happened_at').notNull(),
    entries: uuid('entries').array().notNull(), // of each line of the sheet
    sheet: jsonb('sheet').notNull(),
    sheetAt: at('sheet_at').notNull(),
    later: jsonb('later'), // the sheet as it reads since the hospital sent something newer
    laterEntries: uuid('later_entries').array(),
    laterAt: at('later_at'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex('review_items_entry').on(t.facilityId, t.reviewId, t.entryId),
    index('review_items_number').on(t.facilityId, t.reviewId, t.number),
  ],
);

/** What is wrong with a sampled visit, by a check or by an official, and where that stands. */
export const reviewFindings = pgTable(
  'review_findings',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    reviewId: uuid('review_id').notNull(),
    itemId: uuid('item_id').notNull(),
    rule: text('rule').notNull(),
    severity: text('severity', { enum: ['minor', 'major', 'serious'] }).notNull(),
    line: integer('line'), // of the sheet; null: of the whole
    detail: text('detail').notNull().default(''), // how many days, which element
    foundBy: text('found_by', { enum: ['check', 'official'] }).notNull(),
    comment: text('comment').notNull().default(''),
    state: text('state', { enum: ['proposed', 'confirmed', 'dismissed', 'returned', 'answered', 'closed'] }).notNull(),
    foundAt: at('found_at').notNull(),
    changedAt: at('changed_at').notNull(), // the last step
    dueAt: at('due_at'), // while the hospital has it
    escalatedAt: at('escalated_at'),
    mended: text('mended', { enum: ['yes', 'no'] }), // what the check says of what came since; null: nothing did, or no check
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('review_findings_item').on(t.facilityId, t.itemId),
    index('review_findings_review').on(t.facilityId, t.reviewId, t.state),
    index('review_findings_whole').on(t.reviewId), // a review's, at all its hospitals
    index('review_findings_open').on(t.state, t.changedAt).where(sql`state in ('returned', 'answered')`),
  ],
);

/** Every step of a finding: who, when, with which words. Never changed. */
export const reviewSteps = pgTable(
  'review_steps',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    findingId: uuid('finding_id').notNull(),
    move: text('move', {
      enum: [
        'propose',
        'add',
        'confirm',
        'dismiss',
        'return',
        'answer',
        'accept',
        'return-again',
        'withdraw',
        'escalate',
      ],
    }).notNull(),
    at: at('at').notNull(),
    byKind: text('by_kind', { enum: ['rule', 'official', 'facility'] }).notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    comment: text('comment').notNull().default(''),
    dueAt: at('due_at'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('review_steps_finding').on(t.facilityId, t.findingId, t.at),
  ],
);
