import { sql } from 'drizzle-orm';
import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt } from '../../columns.ts';
import { appointments } from '../booking.ts';

/**
 * How often what was advised, a day: no person, no text, no place (E19). `slot` spreads one sum over several
 * rows, so that many askers at once do not wait for one.
 */
export const adviceCounts = pgTable(
  'advice_counts',
  {
    day: date('day').notNull(),
    rulesVersion: text('rules_version').notNull(),
    modelVersion: text('model_version').notNull(),
    outcome: text('outcome', { enum: ['advice', 'emergency', 'crisis', 'fever'] }).notNull(),
    ruleId: text('rule_id').notNull().default(''), // the first red flag that was raised
    advised: text('advised').notNull().default(''), // catalogue code advised first; empty when flagged
    sureness: text('sureness', { enum: ['', 'sure', 'likely', 'unsure'] })
      .notNull()
      .default(''),
    chosen: text('chosen').notNull().default(''), // catalogue code gone on with; empty: a question asked
    rank: smallint('rank').notNull().default(0), // 1–3 as shown, 9 general practice, 0 none
    slot: smallint('slot').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'advice_counts_pk',
      columns: [
        t.day,
        t.rulesVersion,
        t.modelVersion,
        t.outcome,
        t.ruleId,
        t.advised,
        t.sureness,
        t.chosen,
        t.rank,
        t.slot,
      ],
    }),
  ],
);

/**
 * What a resident agreed to show the doctor of one appointment (E20). The words are sealed and go at
 * `expiresAt`; the department advised stays, for comparing it with the department seen (E19).
 */
export const triageAnswers = pgTable(
  'triage_answers',
  {
    facilityId: text('facility_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    residentId: uuid('resident_id').notNull(),
    answersSealed: text('answers_sealed'), // null once expired
    advised: text('advised').notNull(), // catalogue codes as advised, best first, joined by a blank
    flagged: text('flagged').notNull().default(''), // a red flag that the resident had seen: its rule's id
    confidence: doublePrecision('confidence').notNull(),
    rulesVersion: text('rules_version').notNull(),
    modelVersion: text('model_version').notNull(),
    agreedBy: text('agreed_by').notNull(), // account
    createdAt: createdAt(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.appointmentId] }),
    foreignKey({
      columns: [t.facilityId, t.appointmentId],
      foreignColumns: [appointments.facilityId, appointments.id],
    }),
    index('triage_answers_expiring').on(t.expiresAt).where(sql`answers_sealed is not null`),
  ],
);
