import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns.ts';
import { facilities } from './facilities.ts';

/** Registry of hospitals' FHIR endpoints, with what is known of their health. */
export const hisEndpoints = pgTable('his_endpoints', {
  facilityId: text('facility_id')
    .primaryKey()
    .references(() => facilities.id),
  baseUrl: text('base_url').notNull(),
  authKind: text('auth_kind', { enum: ['none', 'bearer'] }).notNull(),
  credentialSealed: text('credential_sealed'),
  noticeTokenHash: text('notice_token_hash'), // the hospital's own key for sending notices
  enabled: boolean('enabled').notNull().default(true), // the stop switch
  allowPrivate: boolean('allow_private').notNull().default(false), // only a sandbox may live on a private address
  maxConcurrency: smallint('max_concurrency').notNull().default(4),
  timeoutMs: integer('timeout_ms').notNull().default(10_000),
  maxBodyBytes: integer('max_body_bytes').notNull().default(20_000_000),
  state: text('state', { enum: ['new', 'ok', 'failing', 'stopped'] })
    .notNull()
    .default('new'),
  failures: integer('failures').notNull().default(0), // in a row
  nextTryAt: at('next_try_at'), // backoff: no call before this
  lastMessageAt: at('last_message_at'), // last answer that could be read
  lastError: text('last_error'),
  lastErrorAt: at('last_error_at'),
  syncedAt: at('synced_at'), // last complete pull
  pullLeaseUntil: at('pull_lease_until'), // one process pulls at a time; a lease, since a killed one gives nothing back
  tellLeaseUntil: at('tell_lease_until'),
  recordsLeaseUntil: at('records_lease_until'),
  recordsAt: at('records_at'), // last complete reading of its patients' records
});

export const hisCursors = pgTable(
  'his_cursors',
  {
    facilityId: text('facility_id').notNull(),
    resourceType: text('resource_type').notNull(),
    since: at('since').notNull(), // _lastUpdated high-water mark by the hospital's clock
    raisedAt: at('raised_at').notNull(), // when `since` last rose, by ours
    settled: boolean('settled').notNull().default(false), // the overlap was read again: nothing older can still appear
    pulledAt: at('pulled_at').notNull(),
    sweptAt: at('swept_at').notNull(), // last read without a bound
    resources: integer('resources').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.resourceType] })],
);

/** What could not be read, with the reason; nothing is dropped. One row per resource version. */
export const hisRejects = pgTable(
  'his_rejects',
  {
    facilityId: text('facility_id').notNull(),
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id').notNull(),
    version: text('version').notNull(),
    reason: text('reason').notNull(),
    body: jsonb('body').notNull(),
    firstSeenAt: at('first_seen_at').notNull(),
    settledAt: at('settled_at'),
    tries: integer('tries').notNull().default(0), // how often somebody had it read again
    triedAt: at('tried_at'),
    triedBy: text('tried_by'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.resourceType, t.resourceId, t.version] }),
    index('his_rejects_open').on(t.facilityId).where(sql`settled_at is null`),
  ],
);

/** How many resources of each type a hospital says it has, asked by a plain count. */
export const hisCounts = pgTable(
  'his_counts',
  {
    facilityId: text('facility_id').notNull(),
    resourceType: text('resource_type').notNull(),
    told: integer('told').notNull(),
    toldAt: at('told_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.resourceType] })],
);

/** What the hospital is to be told, in order per appointment; kept until it has been told. */
export const hisDeliveries = pgTable(
  'his_deliveries',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    appointmentId: uuid('appointment_id').notNull(),
    kind: text('kind', { enum: ['book', 'cancel', 'arrive'] }).notNull(),
    state: text('state', { enum: ['waiting', 'told', 'refused', 'given_up'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: createdAt(),
    toldAt: at('told_at'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    index('his_deliveries_waiting').on(t.facilityId, t.createdAt).where(sql`state = 'waiting'`),
    index('his_deliveries_appointment').on(t.facilityId, t.appointmentId),
  ],
);
