import { type Guard, guard } from './guard.ts';

const before = ['familyPlanning.'];

/** Between a family-planning worker and what people said to others, took back, or keep from this very worker. */
export const planningGuards: readonly Guard[] = [
  guard(
    'a say that was taken back',
    'family-planning/open-sheet.ts',
    'where e.resident_id = $1 and e.ended_at is null',
    'where e.resident_id = $1',
    { before, against: ['plannerThird'] },
  ),
  guard(
    'a say to this very facility',
    'family-planning/rules/serving.ts',
    'enrolments.find((one) => one.facilityId === worker.facilityId)',
    'enrolments[0]',
    { before, against: ['plannerThird'] },
  ),
  guard(
    'a worker whom the person keeps out of family planning',
    'family-planning/rules/serving.ts',
    'if (rights.denials.some((denial) => isAbout(denial, worker)))',
    'if (false)',
    { before, against: ['plannerBlocked'] },
  ),
  guard(
    'the word for what others wrote of family planning',
    'family-planning/rules/serving.ts',
    "!shut && isGiven(rights, 'treatment', 'family_planning')",
    '!shut',
    { before, against: ['plannerOwn'] },
  ),
  guard(
    'the books of family planning',
    'family-planning/entry-queries.ts',
    '($2::text[] is null or ',
    '($2::text[] is null or true or ',
    { before, against: ['plannerOwn'] },
  ),
];
