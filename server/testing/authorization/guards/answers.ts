import { type Guard, guard } from './guard.ts';

/** Where each shape stands; the input before it tells alike ones apart. */
const shapes: Record<string, string> = {
  visits: 'schema.visitsInput)\n    .output(schema.visitsOutput)',
  visit: '.output(schema.visitOutput)',
  section: '.output(schema.sectionOutput)',
  results: '.output(schema.resultsOutput)',
  trend: '.output(schema.trendOutput)',
  entry: '.output(entry.entryOutput)',
  patient: '.output(desk.patientOutput)',
  recentResults: '.output(desk.recentOutput)',
  patientVisits: 'desk.patientVisitsInput)\n    .output(schema.visitsOutput)',
};

/** The shapes of answers, cases, and what else is known of people. */
export const answerGuards: readonly Guard[] = [
  // shapes of answers: what hospitals wrote beside them stays inside
  ...Object.keys(shapes).map((name) => shape(name)),
  // cases
  guard(
    'cases of the own facility',
    'cases/queries.ts',
    'where c.facility_id = $1 and',
    'where $1::text is not null and',
    { before: ['cases.'], net: true, against: ['officerOther'] },
  ),
  guard(
    'cases of the own area',
    'cases/queries.ts',
    'where starts_with(c.region_path, $1)',
    'where $1::text is not null',
    { before: ['cases.'], net: true, against: ['officialOwn'] },
  ),
  guard(
    'cases that a facility left unanswered',
    'cases/queries.ts',
    '(c.escalated_at is not null or c.facility_id is null)',
    'true',
    { before: ['cases.'], net: true, against: ['officialOwn'] },
  ),
  guard(
    'the person’s own cases',
    'cases/queries.ts',
    'where c.resident_id = $1 order by',
    'where $1::uuid is not null order by',
    { before: ['cases.'], net: true, against: ['self', 'guardian'] },
  ),
  guard(
    'the person’s own looks',
    'cases/look-queries.ts',
    'where e.resident_id = $1 and',
    'where $1::uuid is not null and',
    { before: ['cases.'], net: true, against: ['self', 'guardian'] },
  ),
  guard(
    'names of the day in full only there',
    'cases/queries.ts',
    "maskName(people.get(row.residentId)?.name ?? '')",
    "people.get(row.residentId)?.name ?? ''",
    { before: ['cases.'], against: ['officerOwn'] },
  ),
  // what else is known of people
  guard(
    'the day’s list of the own facility',
    'booking/staff-queries.ts',
    'where a.facility_id = $1 and s.date = $2',
    'where $1::text is not null and s.date = $2',
    { before: ['booking.'], against: ['managerOwn'] },
  ),
  guard(
    'messages of those one acts for',
    'notices/queries.ts',
    'from notices n where n.resident_id = any($1::uuid[])',
    'from notices n where $1::uuid[] is not null',
    { before: ['notices.'], net: true, against: ['stranger'] },
  ),
  guard(
    'the own family',
    'residents/queries.ts',
    'from family_links where resident_id = $1 and ended_at is null\n           order',
    'from family_links where $1::uuid is not null and ended_at is null\n           order',
    { before: ['residents.'], against: ['stranger'] },
  ),
];

/** A procedure of records without its output shape. */
function shape(name: string): Guard {
  const line = shapes[name] ?? '';
  const without = line.replace(/\.output\([^)]*\)/, '');
  return guard(`the shape of records.${name}`, 'records/router.ts', line, without, { before: [`records.${name}`] });
}
