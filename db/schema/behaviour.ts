import { date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';

export const flagKinds = ['many-accounts', 'many-people', 'many-actions', 'hand-over'] as const;

/** Which residents' accounts acted from which address on a day; the address is kept as a keyed hash only. */
export const accountAddresses = pgTable(
  'account_addresses',
  {
    day: date('day').notNull(),
    addressHash: text('address_hash').notNull(),
    accountId: uuid('account_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.addressHash, t.accountId] })],
);

/** Minutes in which an account was busier than people are, added up over the processes that saw it. */
export const busyMinutes = pgTable(
  'busy_minutes',
  {
    minute: at('minute').notNull(),
    accountId: uuid('account_id').notNull(),
    actions: integer('actions').notNull(),
  },
  (t) => [primaryKey({ columns: [t.minute, t.accountId] })],
);

/** Something that looks like more than one person at work: for people to look at, never a block by itself. */
export const behaviourFlags = pgTable(
  'behaviour_flags',
  {
    id: id().primaryKey(),
    kind: text('kind', { enum: flagKinds }).notNull(),
    subject: text('subject').notNull(), // an account, two accounts, or the hash of an address
    facilityId: text('facility_id'), // where it happened, if in one place
    count: integer('count').notNull(),
    detail: jsonb('detail').$type<Record<string, string | number>>().notNull().default({}),
    firstSeenAt: at('first_seen_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    verdict: text('verdict', { enum: ['harmless', 'watch', 'pursue'] }),
    note: text('note'),
    reviewedBy: text('reviewed_by'),
    reviewedAt: at('reviewed_at'),
  },
  (t) => [
    uniqueIndex('behaviour_flags_subject').on(t.kind, t.subject),
    index('behaviour_flags_open').on(t.lastSeenAt),
    index('behaviour_flags_facility').on(t.facilityId, t.lastSeenAt),
  ],
);
