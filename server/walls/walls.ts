import { checkCircles, checkDirections } from './directions.ts';
import { checkForms } from './forms.ts';
import { checkShape } from './shape.ts';
import type { Breach, Source } from './sources.ts';
import { checkWeb } from './web.ts';
import { checkWrites } from './writes.ts';

/** Every wall over every file; an empty list means the house stands. */
export const checkWalls = (sources: Source[]): Breach[] => [
  ...checkDirections(sources),
  ...checkCircles(sources),
  ...checkWeb(sources),
  ...checkWrites(sources),
  ...checkForms(sources),
  ...checkShape(sources),
];
