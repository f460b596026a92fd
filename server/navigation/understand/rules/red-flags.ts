import type { RedFlagRule } from '../schema.ts';
import { abdomen } from './abdomen.ts';
import { brain } from './brain.ts';
import { breathing } from './breathing.ts';
import { children } from './children.ts';
import { crises } from './crisis.ts';
import { fevers } from './fevers.ts';
import { heart } from './heart.ts';
import { illness } from './illness.ts';
import { injuries } from './injuries.ts';
import { poisons } from './poisons.ts';
import { pregnancy } from './pregnancy.ts';

/** The reviewed red flags as shipped: version 1 of the rules in the database. A crisis comes before all else. */
export const redFlags: readonly RedFlagRule[] = [
  ...crises,
  ...heart,
  ...breathing,
  ...brain,
  ...abdomen,
  ...pregnancy,
  ...children,
  ...injuries,
  ...poisons,
  ...illness,
  ...fevers,
];
