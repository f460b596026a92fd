import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from '../../columns.ts';

/** What a code of one hospital means in a code system that all know. One row a code; earlier ones are in the audit. */
export const codeMaps = pgTable(
  'code_maps',
  {
    facilityId: text('facility_id').notNull(),
    system: text('system').notNull(), // the hospital's own; '' when it names none
    code: text('code').notNull(),
    targetSystem: text('target_system').notNull(),
    targetCode: text('target_code').notNull(),
    targetName: text('target_name').notNull(),
    mappedBy: text('mapped_by').notNull(),
    mappedAt: at('mapped_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.system, t.code] })],
);
