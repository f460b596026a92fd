import { type Guard, guard } from './guard.ts';

const before = ['reviews.'];

/** Between an official and the reviews of elsewhere, a hospital and the findings of another, and everybody and a name. */
export const reviewingGuards: readonly Guard[] = [
  guard(
    'a review of the own office or of one below',
    'reviews/policy.ts',
    'regionPath.length > 0 && officePath.startsWith(regionPath)',
    'regionPath.length > 0 || officePath.length > 0',
    { before, against: ['officialOther'] },
  ),
  guard(
    'reviews in the list',
    'reviews/queries.ts',
    'where starts_with(r.office_path, $1) and ($2',
    'where $1::text is not null and ($2',
    { before, against: ['officialOther'] },
  ),
  guard(
    'findings in the list of work',
    'reviews/work-queries.ts',
    'where starts_with(r.office_path, $1) and ${onShelf',
    'where $1::text is not null and ${onShelf',
    { before, against: ['officialOther'] },
  ),
  guard(
    'findings of the own hospital',
    'reviews/work-queries.ts',
    'where f.facility_id = $1 and ${onShelf',
    'where $1::text is not null and ${onShelf',
    { before, against: ['managerOwn'] },
  ),
  guard(
    'a name under a case alone',
    'records/open-to-review.ts',
    'const until = await findReviewCase(ctx, residentId, subjectId);',
    'const until = (await findReviewCase(ctx, residentId, subjectId)) ?? ctx.clock.now();',
    { before, against: ['officialOwn'] },
  ),
];
