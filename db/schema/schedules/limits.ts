import { date, index, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { at, id } from '../../columns.ts';

/** Between which values facilities may choose, from a date on; without a row those of server/schedules/rules.ts hold. */
export const ruleBounds = pgTable('rule_bounds', {
  effectiveFrom: date('effective_from').primaryKey(),
  bounds: jsonb('bounds').$type<Record<string, { min: string | number; max: string | number }>>().notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: at('changed_at').notNull(),
});

/** Append-only: who changed which rule from what to what, for which days, and why (F11). */
export const ruleChanges = pgTable(
  'rule_changes',
  {
    id: id().primaryKey(),
    facilityId: text('facility_id').notNull(), // or 'province'
    kind: text('kind', { enum: ['values', 'bounds', 'limits'] }).notNull(),
    effectiveFrom: date('effective_from').notNull(),
    changes: jsonb('changes').$type<{ field: string; before: string | number; after: string | number }[]>().notNull(),
    reason: text('reason').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [index('rule_changes_recent').on(t.facilityId, t.changedAt)],
);

/** Whom a department sees, from a date on (A19): years of age, both ends included, and sex. */
export const departmentLimits = pgTable(
  'department_limits',
  {
    departmentId: text('department_id').notNull(),
    effectiveFrom: date('effective_from').notNull(),
    sex: text('sex', { enum: ['male', 'female'] }), // null: everybody
    minAge: smallint('min_age'),
    maxAge: smallint('max_age'),
    changedBy: text('changed_by').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.effectiveFrom] })],
);
