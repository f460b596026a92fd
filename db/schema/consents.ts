import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';

const topic = () => text('topic', { enum: ['general', 'family_planning', 'sexual_health', 'mental_health'] }).notNull();

/** Every yes and no of a person to a purpose, never changed: the latest of a purpose and topic holds. */
export const consents = pgTable(
  'consents',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    purpose: text('purpose', { enum: ['treatment', 'family', 'area', 'research'] }).notNull(),
    topic: topic(),
    given: boolean('given').notNull(),
    textVersion: smallint('text_version').notNull(), // of the words that were read before
    at: at('at').notNull(),
    accountId: uuid('account_id').notNull(), // the person, or the guardian of a child
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    index('consents_latest').on(t.residentId, t.purpose, t.topic, t.at.desc()),
  ],
);

/** What a person keeps from others: one entry from everybody else, or everything from a facility or a worker. */
export const denials = pgTable(
  'denials',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    kind: text('kind', { enum: ['entry', 'facility', 'worker'] }).notNull(),
    subject: text('subject').notNull(), // the entry, the facility, or the worker as `accountId` or facility and name
    entryId: uuid('entry_id'),
    facilityId: text('facility_id'), // whose staff may not read
    workerId: uuid('worker_id'), // by the account that was seen looking
    workerName: text('worker_name'), // or by name, when nobody has looked yet
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    uniqueIndex('denials_in_force').on(t.residentId, t.kind, t.subject).where(sql`ended_at is null`),
  ],
);

/** A worker without a relationship opened the record in an emergency, for some hours, and said why (B24). */
export const glassOpenings = pgTable(
  'glass_openings',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    accountId: uuid('account_id').notNull(),
    actorName: text('actor_name').notNull(),
    facilityId: text('facility_id').notNull(),
    cause: text('cause', { enum: ['life', 'unconscious', 'transfer', 'other'] }).notNull(),
    reason: text('reason').notNull(),
    openedAt: at('opened_at').notNull(),
    until: at('until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    index('glass_openings_account').on(t.residentId, t.accountId, t.until),
  ],
);

/** A code that a person hands to a clinician: whoever types it reads until it ends (B23). */
export const shareCodes = pgTable(
  'share_codes',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    codeHash: text('code_hash').notNull(),
    createdAt: at('created_at').notNull(),
    until: at('until').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.id] }), index('share_codes_code').on(t.codeHash)],
);

/** Who typed a code. The right ends with the code. */
export const shareUses = pgTable(
  'share_uses',
  {
    residentId: uuid('resident_id').notNull(),
    codeId: uuid('code_id').notNull(),
    accountId: uuid('account_id').notNull(),
    facilityId: text('facility_id').notNull(),
    usedAt: at('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.codeId, t.accountId] })],
);
