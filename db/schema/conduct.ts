import { sql } from 'drizzle-orm';
import { foreignKey, index, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns.ts';
import { appointments } from './booking.ts';

export const missVerdicts = ['strike', 'excused', 'unproven'] as const;
export const liftCauses = ['came', 'facility', 'fault-window', 'appeal'] as const;

/** A booked visit to which nobody checked in, judged once after its session, with what was known then (A26). */
export const missedVisits = pgTable(
  'missed_visits',
  {
    facilityId: text('facility_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    residentId: uuid('resident_id').notNull(),
    verdict: text('verdict', { enum: missVerdicts }).notNull(),
    cause: text('cause').notNull(), // which piece of evidence is missing, or which excuse holds
    evidence: jsonb('evidence').$type<Record<string, string | number | null>>().notNull(),
    judgedAt: at('judged_at').notNull(),
    liftedAt: at('lifted_at'),
    liftedCause: text('lifted_cause', { enum: liftCauses }),
    liftedBy: text('lifted_by'),
    liftedReason: text('lifted_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.appointmentId] }),
    foreignKey({
      columns: [t.facilityId, t.appointmentId],
      foreignColumns: [appointments.facilityId, appointments.id],
    }),
    index('missed_visits_recent').on(t.facilityId, t.judgedAt),
  ],
);

/** A visit missed with evidence, on the person's own axis; it counts until it expires or is lifted. */
export const strikes = pgTable(
  'strikes',
  {
    residentId: uuid('resident_id').notNull(),
    appointmentId: uuid('appointment_id').notNull(),
    facilityId: text('facility_id').notNull(),
    departmentId: text('department_id').notNull(),
    visitAt: at('visit_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    // the rule of the day of the visit: what it counts for, how many lead to a pause, and how long that lasts
    scope: text('scope', { enum: ['facility', 'province'] }).notNull(),
    strikesMax: smallint('strikes_max').notNull(),
    banDays: smallint('ban_days').notNull(),
    countedAt: at('counted_at').notNull(),
    liftedAt: at('lifted_at'),
    liftedCause: text('lifted_cause', { enum: liftCauses }),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.appointmentId] })],
);

/** No booking online for a while; the desk and referrals stay open (A27, A28). */
export const bookingBans = pgTable(
  'booking_bans',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    scope: text('scope', { enum: ['facility', 'province'] }).notNull(),
    facilityId: text('facility_id'), // only with scope facility
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    strikesMax: smallint('strikes_max').notNull(),
    appointmentIds: uuid('appointment_ids').array().notNull(), // the strikes it rests on
    endedAt: at('ended_at'), // earlier than `endsAt`, because a strike was lifted
    endedCause: text('ended_cause', { enum: liftCauses }),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.id] })],
);

/** A resident asks an official to lift a strike; one appeal a strike, answered before `dueAt`. */
export const strikeAppeals = pgTable(
  'strike_appeals',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    appointmentId: uuid('appointment_id').notNull(),
    facilityId: text('facility_id').notNull(),
    regionPath: text('region_path').notNull(), // of the facility: whose officials decide
    accountId: text('account_id').notNull(),
    reason: text('reason').notNull(),
    status: text('status', { enum: ['open', 'granted', 'refused'] }).notNull(),
    createdAt: createdAt(),
    dueAt: at('due_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: text('decided_by'),
    answer: text('answer'),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    uniqueIndex('strike_appeals_strike').on(t.residentId, t.appointmentId),
    index('strike_appeals_open').on(t.dueAt).where(sql`status = 'open'`),
  ],
);

/** Hours in which the platform or a hospital's systems failed: what was missed then counts against nobody. */
export const faultWindows = pgTable('fault_windows', {
  id: id().primaryKey(),
  regionPath: text('region_path').notNull(), // with `facilityId` null: every facility below it
  facilityId: text('facility_id'),
  startsAt: at('starts_at').notNull(),
  endsAt: at('ends_at').notNull(),
  reason: text('reason').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: createdAt(),
});
