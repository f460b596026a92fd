import { answerGuards } from './guards/answers.ts';
import { areaGuards } from './guards/areas.ts';
import type { Guard } from './guards/guard.ts';
import { openingGuards } from './guards/opening.ts';
import { planningGuards } from './guards/planning.ts';
import { reviewingGuards } from './guards/reviewing.ts';
import { showingGuards } from './guards/showing.ts';
import { takingGuards } from './guards/taking.ts';

/** All of them: the product is tried without each. */
export const guards: readonly Guard[] = [
  ...openingGuards,
  ...showingGuards,
  ...answerGuards,
  ...takingGuards,
  ...planningGuards,
  ...reviewingGuards,
  ...areaGuards,
];
