import { type Guard, guard } from './guard.ts';

const serves = 'consents/serves-area.ts';
const rules = 'consents/rules.ts';
const against = ['areaClinic'];

/** Between grassroots staff and people of other areas, people who never asked, and what a summary leaves out. */
export const areaGuards: readonly Guard[] = [
  guard('who lives in the area', serves, 'and starts_with(g.path, $2)', 'and $2::text is not null', {
    against: ['areaOwn', 'areaNext'],
  }),
  guard('a facility that serves an area', serves, " and kind in ('township_centre', 'village_clinic')", '', {
    against: ['doctorThird'],
  }),
  guard('a request at the own desk', serves, 'where facility_id = $1 and', 'where $1::text is not null and', {
    against,
  }),
  guard('a request within a year', serves, 'created_at > $2', '$2::timestamptz is not null', { against }),
  guard('a request made in person', serves, " and consent = 'in-person'", '', { against }),
  guard('a say for the area that was taken back', serves, 'order by at desc, id desc', 'order by at, id', { against }),
  guard(
    'a record that its person closed',
    rules,
    "if (basis === 'area' && !open) return { rule: 'glass-needed' };",
    '',
    {
      against: ['areaOwn'],
    },
  ),
  guard('by area a summary alone', rules, 'types: areaTypes,', 'types: null,', { against: ['areaOwn'] }),
  guard(
    'by area nothing guarded',
    rules,
    "types: areaTypes, topics: ['general']",
    "types: areaTypes, topics: ['general', ...guarded]",
    { against: ['areaOwn'] },
  ),
  guard(
    'by area nothing that is kept back',
    rules,
    "topics: ['general'], hidden: hiddenEntries(rights), ownFacility: null",
    "topics: ['general'], hidden: [], ownFacility: null",
    { against: ['areaOwn'] },
  ),
  guard(
    'by area nothing guarded from the own books either',
    rules,
    "topics: ['general'], hidden: hiddenEntries(rights), ownFacility: null",
    "topics: ['general'], hidden: hiddenEntries(rights)",
    { against: ['areaOwn'] },
  ),
];
