import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, id, word } from '../columns.ts';

/**
 * What a hospital told of a person: one row a resource, in its newest version. The id follows from facility, type
 * and the hospital's id, so that references can be followed without looking anything up.
 */
export const recordEntries = pgTable(
  'record_entries',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    type: word('type').notNull(),
    facilityId: text('facility_id').notNull(),
    sourceId: text('source_id').notNull(),
    sourcePatient: text('source_patient').notNull(), // under which of the hospital's patients it came
    sourceVersion: text('source_version').notNull(),
    sourceUpdated: at('source_updated').notNull(), // by the hospital's clock
    version: integer('version').notNull(), // ours: 1, 2, …
    updatedAt: at('updated_at').notNull(), // by our clock
    deleted: boolean('deleted').notNull().default(false),
    body: jsonb('body'), // as received, decimals exact; null when deleted
    startsAt: at('starts_at'),
    endsAt: at('ends_at'),
    status: text('status').notNull().default(''),
    code: text('code').notNull().default(''), // the first coding, system|code
    title: text('title').notNull().default(''), // what the hospital calls it
    encounterId: uuid('encounter_id'),
    topic: text('topic', { enum: ['general', 'family_planning', 'sexual_health', 'mental_health'] })
      .notNull()
      .default('general'),
    facts: jsonb('facts').notNull().default({}), // what screens show, in the platform's words
    search: text('search').array().notNull().default([]), // what it is found by being equal to: parameter=system|code; by bytes, too
    searchValues: jsonb('search_values').notNull().default({}), // what a search compares, by parameter: times, measures, words
    findings: text('findings').array().notNull().default([]), // what its hospital should improve
    gap: text('gap').notNull().default(''), // its own code that stands for none that all know, system|code
  },
  (t) => [
    // by its id alone it is asked under whom it lies, should its hospital name another patient
    primaryKey({ columns: [t.id, t.residentId] }),
    index('record_entries_when').on(t.residentId, t.type, t.startsAt.desc()),
    index('record_entries_source').on(t.facilityId, t.type),
    index('record_entries_visit').on(t.residentId, t.encounterId),
    index('record_entries_guarded').on(t.residentId, t.encounterId).where(sql`topic <> 'general'`),
    index('record_entries_search').using('gin', t.search),
    // rows come nearly in the order of their times: where they lie is told by the block, and costs writing nothing
    index('record_entries_times')
      .using('brin', t.updatedAt, t.startsAt, t.endsAt)
      .with({ pages_per_range: 32, autosummarize: true }),
    index('record_entries_gap').on(t.facilityId, t.type, t.gap).where(sql`gap <> ''`),
  ],
);

/** Versions that were replaced; never changed, never removed. */
export const recordHistory = pgTable(
  'record_history',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    sourceVersion: text('source_version').notNull(),
    sourceUpdated: at('source_updated').notNull(),
    updatedAt: at('updated_at').notNull(),
    deleted: boolean('deleted').notNull(),
    body: jsonb('body'),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.id, t.version] })],
);

/** A hospital's patient, and whose record what it tells goes into. Alone: into one of its own until somebody knows. */
export const sourcePatients = pgTable(
  'source_patients',
  {
    facilityId: text('facility_id').notNull(),
    sourceId: text('source_id').notNull(),
    residentId: uuid('resident_id').notNull(),
    state: text('state', { enum: ['linked', 'alone', 'review'] }).notNull(),
    decidedByHand: boolean('decided_by_hand').notNull().default(false),
    name: text('name').notNull(),
    sex: text('sex', { enum: ['male', 'female', 'unknown'] }).notNull(),
    birthDate: text('birth_date').notNull().default(''), // as told; may be missing
    idSealed: text('id_sealed'),
    idMasked: text('id_masked').notNull().default(''),
    phoneHashes: text('phone_hashes').array().notNull().default([]),
    birthOrder: integer('birth_order'), // 0 for an only one
    otherNames: text('other_names').array().notNull().default([]),
    address: text('address').notNull().default(''),
    kin: text('kin').array().notNull().default([]),
    kinHashes: text('kin_hashes').array().notNull().default([]), // numbers of parents
    keys: bigint('keys', { mode: 'bigint' }).array().notNull().default([]), // under which it is found again
    settled: boolean('settled').notNull().default(false), // in a record by its number or by somebody's word
    sourceVersion: text('source_version').notNull(),
    sourceUpdated: at('source_updated').notNull(),
    seenAt: at('seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.sourceId] }),
    index('source_patients_resident').on(t.residentId),
    // a list of what is still to be sorted in would be read whole by every search
    index('source_patients_keys').using('gin', t.keys).with({ fastupdate: false }),
    index('source_patients_unsettled').on(t.facilityId, t.sourceId).where(sql`not settled`),
    index('source_patients_review').on(t.facilityId, t.seenAt).where(sql`state = 'review'`),
  ],
);

/** Why a hospital's patient was linked to a resident, or was not; undone, never changed. */
export const identityLinks = pgTable(
  'identity_links',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    sourceId: text('source_id').notNull(),
    residentId: uuid('resident_id').notNull(),
    verdict: text('verdict', { enum: ['linked', 'review', 'alone'] }).notNull(),
    rule: text('rule').notNull(),
    score: numeric('score', { precision: 6, scale: 2 }),
    evidence: jsonb('evidence').$type<Evidence[]>().notNull(),
    decidedBy: text('decided_by').notNull(), // rule, or the account
    decidedAt: at('decided_at').notNull(),
    undoneAt: at('undone_at'),
    undoneBy: text('undone_by'),
    undoneWhy: text('undone_why'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('identity_links_patient').on(t.facilityId, t.sourceId),
    index('identity_links_resident').on(t.residentId),
  ],
);

/** Keyed hashes of the words under which a resident is found: name and birth date, phone and name, and the like. */
export const residentKeys = pgTable(
  'resident_keys',
  {
    residentId: uuid('resident_id').primaryKey(),
    keys: bigint('keys', { mode: 'bigint' }).array().notNull(),
    notedAt: at('noted_at').notNull(),
  },
  (t) => [index('resident_keys_keys').using('gin', t.keys).with({ fastupdate: false })],
);

/**
 * A hospital's patient who may be somebody known, for people to say. Auto: linked by likeness with nobody asked, to be
 * looked at and taken apart; settled: news of the patient answered it.
 */
export const identityReviews = pgTable(
  'identity_reviews',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    sourceId: text('source_id').notNull(),
    candidateId: uuid('candidate_id').notNull(), // the record it may belong to
    // whose record that is, if it is another patient's of whom nobody knows more: one case for both
    otherFacilityId: text('other_facility_id'),
    otherSourceId: text('other_source_id'),
    otherRegionPath: text('other_region_path'),
    rule: text('rule').notNull(),
    score: numeric('score', { precision: 6, scale: 2 }),
    evidence: jsonb('evidence').$type<Evidence[]>().notNull(),
    regionPath: text('region_path').notNull(),
    status: text('status', { enum: ['open', 'asked', 'auto', 'same', 'different', 'settled'] }).notNull(),
    openedAt: at('opened_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: text('decided_by'),
    decidedByName: text('decided_by_name'),
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex('identity_reviews_waiting').on(t.facilityId, t.sourceId).where(sql`status in ('open', 'asked')`),
    index('identity_reviews_patient').on(t.facilityId, t.sourceId),
    index('identity_reviews_other').on(t.otherFacilityId, t.otherSourceId).where(sql`other_facility_id is not null`),
    index('identity_reviews_region').on(t.regionPath.op('text_pattern_ops'), t.status),
  ],
);

/** One comparison: what was compared, how it came out; `unknown` says that it could not be made. */
export type Evidence = { what: string; outcome: 'same' | 'similar' | 'different' | 'unknown'; weight: number };
