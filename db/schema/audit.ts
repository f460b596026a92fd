import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

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
    // finds the rows of the last minutes for their seal; unlike a tree it costs an insert next to nothing
    index('audit_events_at').using('brin', t.at),
  ],
);

/** Seals a change into the hash chain of its facility (decision 0026). Only ever inserted. */
export const auditLinks = pgTable(
  'audit_links',
  {
    facilityId: text('facility_id').notNull(),
    eventId: uuid('event_id').notNull(),
    chain: smallint('chain').notNull(), // 0–63, by the facility
    position: bigint('position', { mode: 'number' }).notNull(), // 1, 2, 3 … in its chain
    hash: bytes('hash').notNull(), // of the hash before it and the row
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.eventId] }),
    index('audit_links_chain').on(t.chain, t.position, t.eventId),
  ],
);

/** Seals a read of a person's record into the hash chain of that person. Only ever inserted. */
export const accessLinks = pgTable(
  'access_links',
  {
    residentId: uuid('resident_id').notNull(),
    eventId: uuid('event_id').notNull(),
    chain: smallint('chain').notNull(), // 0–63, by the resident
    position: bigint('position', { mode: 'number' }).notNull(),
    hash: bytes('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.eventId] }),
    index('access_links_chain').on(t.chain, t.position, t.eventId),
  ],
);

/** What the heads of all chains were at one instant, signed. Only ever inserted. */
export const auditCheckpoints = pgTable('audit_checkpoints', {
  number: integer('number').primaryKey(), // 1, 2, 3 …
  body: text('body').notNull(), // JSON, as it was signed: server/audit/checkpoint.ts
  signature: bytes('signature').notNull(), // Ed25519
});
