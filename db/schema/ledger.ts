import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';

/**
 * One thing that does not add up. count: the rows are not as many as were released; unheld: a number is taken
 * and nobody has it; unbacked: somebody has a number that does not say so; double: two have the same number.
 */
export type LedgerFinding =
  | { kind: 'count'; tickets: number; released: number }
  | { kind: 'unheld' | 'unbacked' | 'double'; number: number; status: string; wants: string | null; holders: number };

/** A session whose numbers did not add up; open until an official releases it. */
export const ledgerAlerts = pgTable(
  'ledger_alerts',
  {
    facilityId: text('facility_id').notNull(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    foundAt: at('found_at').notNull(),
    findings: jsonb('findings').$type<LedgerFinding[]>().notNull(), // as last seen
    halted: boolean('halted').notNull(), // whether it was on sale, and no longer is
    releasedAt: at('released_at'),
    releasedBy: text('released_by'), // the official's account
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex('ledger_alerts_open').on(t.facilityId, t.sessionId).where(sql`released_at is null`),
    index('ledger_alerts_found').on(t.foundAt),
  ],
);

/** When a facility's sessions were last added up, and how many there were. */
export const ledgerChecks = pgTable(
  'ledger_checks',
  {
    facilityId: text('facility_id').notNull(),
    checkedAt: at('checked_at').notNull(),
    sessions: integer('sessions').notNull(),
    tickets: integer('tickets').notNull(),
    drifting: integer('drifting').notNull(), // sessions that did not add up
  },
  (t) => [primaryKey({ columns: [t.facilityId] })],
);
