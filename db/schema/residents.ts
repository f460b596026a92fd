import { boolean, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns.ts';

/**
 * A person. With a verified ID number the id is derived from its keyed hash, so the primary key alone
 * keeps one row per number on any number of database nodes (decision 0004).
 */
export const residents = pgTable('residents', {
  id: id().primaryKey(),
  name: text('name').notNull(),
  sex: text('sex', { enum: ['male', 'female', 'unknown'] }).notNull(),
  birthDate: date('birth_date').notNull(),
  idType: text('id_type', { enum: ['id_card', 'household', 'none'] })
    .notNull()
    .default('id_card'),
  idSealed: text('id_sealed'), // AES-256-GCM
  idMasked: text('id_masked').notNull().default(''), // 5101**********1234
  phoneSealed: text('phone_sealed'),
  phoneMasked: text('phone_masked').notNull().default(''),
  regionCode: text('region_code'),
  verifiedAt: at('verified_at'),
  sample: boolean('sample').notNull().default(false),
  createdAt: createdAt(),
});

/** Whom an account holder may book for (就诊人). `residentId` is the holder. */
export const familyLinks = pgTable(
  'family_links',
  {
    residentId: uuid('resident_id').notNull(),
    memberId: uuid('member_id').notNull(),
    relation: text('relation', { enum: ['child', 'spouse', 'parent', 'grandparent', 'other'] }).notNull(),
    proof: text('proof', { enum: ['id_number', 'guardian_declaration', 'phone_code', 'desk'] }).notNull(),
    createdAt: createdAt(),
    endedAt: at('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.residentId, t.memberId] }), index('family_links_member').on(t.memberId)],
);
