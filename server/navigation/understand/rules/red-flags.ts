import type { RedFlagRule } from '../schema.ts';
import { heart } from './heart.ts';

/** The reviewed red flags as shipped: version 1 of the rules in the database. */
export const redFlags: readonly RedFlagRule[] = [...heart];
