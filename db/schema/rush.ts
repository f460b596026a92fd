import { integer, pgTable } from 'drizzle-orm/pg-core';
import { at } from '../columns.ts';

/**
 * How many people wait for numbers released at one instant: who came `before` it, and who joined `after`. Who they
 * are and where they stand is in the signed pass that each of them holds.
 */
export const rushLines = pgTable('rush_lines', {
  releaseAt: at('release_at').primaryKey(),
  before: integer('before').notNull().default(0),
  after: integer('after').notNull().default(0),
});
