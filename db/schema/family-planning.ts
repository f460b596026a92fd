import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, id } from '../columns.ts';

/** Whom a facility's family-planning workers serve, by the person's say: nothing of theirs is open without such a row (C8). */
export const planningEnrolments = pgTable(
  'planning_enrolments',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    facilityId: text('facility_id').notNull(),
    regionPath: text('region_path').notNull(), // of the facility, for the centre above a village
    said: text('said', { enum: ['online', 'in-person', 'by-phone'] }).notNull(),
    migrant: boolean('migrant').notNull().default(false), // lives here, registered elsewhere
    startedAt: at('started_at').notNull(),
    startedBy: uuid('started_by').notNull(),
    endedAt: at('ended_at'),
    endedAs: text('ended_as', { enum: ['taken-back', 'moved'] }),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    uniqueIndex('planning_enrolments_in_force').on(t.residentId, t.facilityId).where(sql`ended_at is null`),
    index('planning_enrolments_facility').on(t.facilityId).where(sql`ended_at is null`),
    index('planning_enrolments_area').on(t.regionPath.op('text_pattern_ops')).where(sql`ended_at is null`),
  ],
);

/** 生育登记: declared, never approved; judged by the rule of its day, which the row names (C1). */
export const fertilityRegistrations = pgTable(
  'fertility_registrations',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    facilityId: text('facility_id').notNull(), // which keeps it
    regionPath: text('region_path').notNull(),
    channel: text('channel', { enum: ['online', 'desk'] }).notNull(),
    rule: date('rule').notNull(), // the day from which the rule that judged it holds
    childOrder: smallint('child_order').notNull(),
    married: boolean('married'), // asked only where the rule of the day asks
    registeredOn: date('registered_on').notNull(),
    validUntil: date('valid_until').notNull(),
    registeredAt: at('registered_at').notNull(),
    registeredBy: uuid('registered_by').notNull(),
    closedAt: at('closed_at'),
    closedAs: text('closed_as', { enum: ['withdrawn', 'expired', 'born'] }),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    uniqueIndex('fertility_registrations_open').on(t.residentId).where(sql`closed_at is null`),
    index('fertility_registrations_day').on(t.registeredOn, t.regionPath),
  ],
);

/** 孕前优生健康检查, free once for each pregnancy that a couple plans; each of the two has a row of their own (C2). */
export const preconceptionChecks = pgTable(
  'preconception_checks',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    facilityId: text('facility_id').notNull(),
    regionPath: text('region_path').notNull(),
    coupleId: uuid('couple_id').notNull(), // the same for both
    part: text('part', { enum: ['woman', 'man'] }).notNull(),
    partnerId: uuid('partner_id'), // null: comes alone
    rule: date('rule').notNull(), // the day from which the list of items holds
    migrant: boolean('migrant').notNull().default(false),
    startedOn: date('started_on').notNull(),
    startedBy: uuid('started_by').notNull(),
    grade: text('grade', { enum: ['usual', 'raised'] }),
    reasons: text('reasons').array().notNull().default([]), // readings outside their range, by code
    advice: text('advice').notNull().default(''),
    gradedAt: at('graded_at'),
    gradedBy: uuid('graded_by'),
    graderName: text('grader_name').notNull().default(''),
    closedAt: at('closed_at'),
    closedAs: text('closed_as', { enum: ['birth', 'loss', 'given-up'] }),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    uniqueIndex('preconception_checks_open').on(t.residentId).where(sql`closed_at is null`),
    index('preconception_checks_day').on(t.startedOn, t.regionPath),
  ],
);

/** One reading of a check. A correction is a later revision beside it; nothing is overwritten. */
export const preconceptionResults = pgTable(
  'preconception_results',
  {
    residentId: uuid('resident_id').notNull(),
    checkId: uuid('check_id').notNull(),
    code: text('code').notNull(),
    revision: smallint('revision').notNull(),
    value: text('value').notNull(), // as typed: 5.60 stays 5.60
    unit: text('unit').notNull().default(''),
    low: text('low').notNull().default(''),
    high: text('high').notNull().default(''),
    flag: text('flag', { enum: ['low', 'high', 'normal', 'abnormal'] }).notNull(),
    notedAt: at('noted_at').notNull(),
    notedBy: uuid('noted_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.checkId, t.code, t.revision] })],
);

/** A contraceptive service: what was wanted, what the table of eligibility said, what the person left with (C4–C6). */
export const contraceptiveServices = pgTable(
  'contraceptive_services',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(), // made by the form, so that a repeated save meets its row
    facilityId: text('facility_id').notNull(),
    regionPath: text('region_path').notNull(),
    servedOn: date('served_on').notNull(),
    notedAt: at('noted_at').notNull(),
    workerId: uuid('worker_id').notNull(),
    workerName: text('worker_name').notNull(),
    need: text('need', { enum: ['start', 'continue', 'change', 'stop'] }).notNull(),
    desiredMethod: text('desired_method').notNull(),
    method: text('method').notNull(), // at exit; 'none' when nothing was begun
    conditions: text('conditions').array().notNull().default([]),
    eligibilityTable: text('eligibility_table').notNull(), // which edition judged
    category: smallint('category'), // 1–4 of the method at exit; null: the table does not know, a clinician was asked
    advice: text('advice').notNull(),
    clinician: text('clinician').notNull().default(''), // who decided, where the table does not decide alone
    clinicianReason: text('clinician_reason').notNull().default(''),
    agreed: text('agreed', { enum: ['spoken', 'written'] }).notNull(),
    issued: text('issued').notNull().default(''), // what was handed out free of charge
    quantity: smallint('quantity').notNull().default(0),
    lot: text('lot').notNull().default(''),
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    index('contraceptive_services_day').on(t.servedOn, t.regionPath),
  ],
);

/** What somebody is to be asked, and by when. Who cannot be found stays on the list as lost (C3, C7). */
export const planningFollowUps = pgTable(
  'planning_follow_ups',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    facilityId: text('facility_id').notNull(),
    regionPath: text('region_path').notNull(),
    kind: text('kind', { enum: ['early', 'outcome', 'postpartum', 'after-loss', 'method', 'advice'] }).notNull(),
    subjectId: uuid('subject_id').notNull(), // the check, the service, or the prompt
    dueFrom: date('due_from').notNull(),
    dueOn: date('due_on').notNull(),
    state: text('state', { enum: ['open', 'done', 'lost', 'void'] })
      .notNull()
      .default('open'),
    tries: smallint('tries').notNull().default(0),
    triedAt: at('tried_at'),
    endedAt: at('ended_at'),
    workerId: uuid('worker_id'),
    workerName: text('worker_name').notNull().default(''),
    outcome: text('outcome'),
    eventOn: date('event_on'), // last period, birth, or loss
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    uniqueIndex('planning_follow_ups_open').on(t.residentId, t.kind, t.subjectId).where(sql`state in ('open', 'lost')`),
    index('planning_follow_ups_due').on(t.facilityId, t.dueOn).where(sql`state in ('open', 'lost')`),
    index('planning_follow_ups_figures').on(t.dueOn, t.regionPath),
  ],
);

/**
 * The end of a pregnancy that a hospital told of, one row a pregnancy: advice is offered after it (C7, C14). A worker learns
 * that somebody is to be asked, never from here why; nobody who has no say for a facility is on any list of theirs.
 */
export const planningPrompts = pgTable(
  'planning_prompts',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    kind: text('kind', { enum: ['postpartum', 'after-loss'] }).notNull(),
    eventOn: date('event_on').notNull(),
    dueFrom: date('due_from').notNull(),
    dueOn: date('due_on').notNull(),
    facilityId: text('facility_id'), // whose advice it is; null: the home township has no centre
    regionPath: text('region_path').notNull().default(''),
    // waiting for the person's say, a follow-up of the facility, or over
    state: text('state', { enum: ['waiting', 'raised', 'declined', 'known', 'withdrawn'] }).notNull(),
    raisedAt: at('raised_at').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    index('planning_prompts_waiting').on(t.facilityId, t.eventOn).where(sql`state = 'waiting'`),
  ],
);

/** What of one batch of a contraceptive lies at a place; the sum of its movements, kept so that it cannot go below nothing. */
export const contraceptiveBatches = pgTable(
  'contraceptive_batches',
  {
    facilityId: text('facility_id').notNull(),
    item: text('item').notNull(),
    lot: text('lot').notNull(),
    expiresOn: date('expires_on').notNull(),
    regionPath: text('region_path').notNull(),
    onHand: integer('on_hand').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.item, t.lot, t.expiresOn] }),
    check('contraceptive_batches_not_below_nothing', sql`on_hand >= 0`),
    index('contraceptive_batches_area').on(t.regionPath.op('text_pattern_ops')),
  ],
);

/** What came to a batch or left it; never changed, never removed. It names a service, and no person. */
export const contraceptiveMovements = pgTable(
  'contraceptive_movements',
  {
    facilityId: text('facility_id').notNull(),
    id: id(), // made by the form, or the service: one movement may take from several batches
    item: text('item').notNull(),
    lot: text('lot').notNull(),
    expiresOn: date('expires_on').notNull(),
    kind: text('kind', { enum: ['received', 'issued', 'handed-over', 'counted', 'written-off'] }).notNull(),
    quantity: integer('quantity').notNull(), // below nothing: it left
    about: text('about').notNull().default(''), // from whom, to whom, or why
    movedAt: at('moved_at').notNull(),
    workerId: uuid('worker_id').notNull(),
    workerName: text('worker_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id, t.item, t.lot, t.expiresOn] }),
    foreignKey({
      name: 'contraceptive_movements_batch',
      columns: [t.facilityId, t.item, t.lot, t.expiresOn],
      foreignColumns: [
        contraceptiveBatches.facilityId,
        contraceptiveBatches.item,
        contraceptiveBatches.lot,
        contraceptiveBatches.expiresOn,
      ],
    }),
    index('contraceptive_movements_when').on(t.facilityId, t.movedAt),
  ],
);
