import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../../columns.ts';
import { facilities, regions } from '../facilities.ts';

export const serviceKinds = [
  'emergency',
  'fever',
  'paediatric_night',
  'chest_pain',
  'stroke',
  'rabies',
  'antivenom',
] as const;

/** Weekly opening: ISO weekdays with local times; `to` at or before `from` means the next morning. */
export type OpeningHours = { days: number[]; from: string; to: string }[];

/** A door that people need at any hour (E10). Every row has an owner and a review date, as such facts go stale. */
export const facilityServices = pgTable(
  'facility_services',
  {
    facilityId: text('facility_id')
      .notNull()
      .references(() => facilities.id),
    kind: text('kind', { enum: serviceKinds }).notNull(),
    available: boolean('available').notNull().default(true), // false: closed for now, `note` says why
    hours: jsonb('hours').$type<OpeningHours>().notNull(),
    phone: text('phone').notNull(),
    place: text('place').notNull().default(''), // where in the hospital
    note: text('note').notNull().default(''),
    owner: text('owner').notNull(), // the post that answers for this row
    reviewedOn: date('reviewed_on').notNull(),
    sample: boolean('sample').notNull().default(false),
    changedBy: text('changed_by').notNull().default('system'),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.kind] }), index('facility_services_kind').on(t.kind)],
);

/** An outbreak in an area: what people with fever are told to do there while it lasts (E18, A44). */
export const outbreakNotices = pgTable(
  'outbreak_notices',
  {
    id: id().primaryKey(),
    regionCode: text('region_code')
      .notNull()
      .references(() => regions.code),
    regionPath: text('region_path').notNull(),
    disease: text('disease').notNull(),
    action: text('action', { enum: ['fever_clinic', 'call_first', 'stay_home'] }).notNull(),
    adviceZh: text('advice_zh').notNull(),
    adviceEn: text('advice_en').notNull(),
    phone: text('phone').notNull().default(''),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to').notNull(),
    sample: boolean('sample').notNull().default(false),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    endedAt: at('ended_at'),
    endedBy: text('ended_by'),
  },
  (t) => [index('outbreak_notices_path').on(t.regionPath.op('text_pattern_ops'))],
);

/** What a visit costs and what the insurance bears, by level of facility: a sample until settlement exists. */
export const sampleTariffs = pgTable(
  'sample_tariffs',
  {
    level: smallint('level').notNull(), // as facilities.level
    validFrom: date('valid_from').notNull(),
    visitFeeFen: integer('visit_fee_fen').notNull(), // where no ticket says the fee
    furtherFen: integer('further_fen').notNull(), // tests and medicines of an ordinary first visit
    deductibleFen: integer('deductible_fen').notNull(),
    paidShare: doublePrecision('paid_share').notNull(), // of what exceeds the deductible
    paidShareReferred: doublePrecision('paid_share_referred').notNull(), // the same with a referral from below
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.validFrom] })],
);
