import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
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
import { at, createdAt, id } from '../../columns.ts';

export const guideRuleKinds = ['red-flag', 'advice', 'setting'] as const;
export const guideRuleStates = ['draft', 'proposed', 'approved', 'withdrawn', 'rolled-back'] as const;

/**
 * One version of a rule of the guide (E1, F11). Only a draft's content changes; the live one of a rule is the
 * highest approved version whose time has come, so that taking one back brings the earlier one back at once.
 */
export const guideRules = pgTable(
  'guide_rules',
  {
    ruleId: text('rule_id').notNull(), // stable over all versions, e.g. chest-pain
    version: smallint('version').notNull(),
    kind: text('kind', { enum: guideRuleKinds }).notNull(),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(), // as understand.ts reads it
    ends: boolean('ends').notNull().default(false), // from then on the rule no longer applies
    state: text('state', { enum: guideRuleStates }).notNull(),
    shipped: boolean('shipped').notNull().default(false), // came with the program, reviewed there
    reason: text('reason').notNull(), // why this version
    liveFrom: at('live_from'), // set on approval: the start of the day its content names, or the approval if later
    authorId: text('author_id').notNull(),
    proposedBy: text('proposed_by'),
    decidedBy: text('decided_by'),
    replayId: uuid('replay_id'), // what the stored cases said when it was approved
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.ruleId, t.version] }),
    // one change of a rule at a time
    uniqueIndex('guide_rules_open').on(t.ruleId).where(sql`state in ('draft', 'proposed')`),
    index('guide_rules_live').on(t.ruleId, t.version).where(sql`state = 'approved'`),
    // two persons, whatever the code above says
    check(
      'guide_rules_two_persons',
      sql`state <> 'approved' or shipped or coalesce(decided_by not in (author_id, proposed_by) and live_from is not null, false)`,
    ),
  ],
);

/** Who moved a version from where to where, when and why; never changed. */
export const guideRuleSteps = pgTable(
  'guide_rule_steps',
  {
    ruleId: text('rule_id').notNull(),
    version: smallint('version').notNull(),
    seq: smallint('seq').notNull(),
    fromState: text('from_state'),
    toState: text('to_state', { enum: guideRuleStates }).notNull(),
    at: at('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    facilityId: text('facility_id'),
    reason: text('reason').notNull().default(''),
    replayId: uuid('replay_id'),
  },
  (t) => [primaryKey({ columns: [t.ruleId, t.version, t.seq] })],
);

/** A sentence as a person might write it, made up by a clinician, and what the guide must answer to it. */
export const guideCases = pgTable(
  'guide_cases',
  {
    id: id().primaryKey(),
    text: text('text').notNull(),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull().default({}),
    expects: text('expects', { enum: ['emergency', 'crisis', 'fever', 'none'] }).notNull(),
    label: text('label'), // the department among the first three; null: not asked
    reason: text('reason').notNull(),
    shipped: boolean('shipped').notNull().default(false),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    createdAt: createdAt(),
    // leaving a case out takes two persons too: it could open the gate it guards
    dropAskedBy: text('drop_asked_by'),
    dropReason: text('drop_reason'),
    droppedBy: text('dropped_by'),
    droppedAt: at('dropped_at'),
  },
  (t) => [
    uniqueIndex('guide_cases_text').on(t.text, t.facts),
    check('guide_cases_two_persons', sql`dropped_by is null or coalesce(dropped_by <> drop_asked_by, false)`),
  ],
);

/** One run of a change over all stored cases: what was, what would be. */
export const guideReplays = pgTable(
  'guide_replays',
  {
    id: id().primaryKey(),
    ruleId: text('rule_id').notNull(),
    version: smallint('version').notNull(),
    purpose: text('purpose', { enum: ['propose', 'approve', 'roll-back'] }).notNull(),
    at: at('at').notNull(),
    actorId: text('actor_id').notNull(),
    cases: integer('cases').notNull(),
    emergencies: integer('emergencies').notNull(),
    missed: integer('missed').notNull(), // stored emergencies that the changed rules do not find
    blocked: boolean('blocked').notNull(),
    report: jsonb('report').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('guide_replays_rule').on(t.ruleId, t.version, t.at)],
);
