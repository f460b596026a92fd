import { type Guard, guard } from './guard.ts';

const ground = 'consents/find-ground.ts';
const visible = 'records/visible.ts';

/** The relationship of who treats, and what of an opened record shows. */
export const showingGuards: readonly Guard[] = [
  // the relationship
  guard(
    'an emergency is the one worker’s',
    ground,
    'from glass_openings where resident_id = $1 and account_id = $2 and until > $4',
    'from glass_openings where resident_id = $1 and $2::uuid is not null and until > $4',
    { net: true, against: ['doctorThird'] },
  ),
  guard(
    'an emergency ends',
    ground,
    'and account_id = $2 and until > $4',
    'and account_id = $2 and $4::timestamptz is not null',
    { against: ['glassOver'] },
  ),
  guard(
    'a code is theirs who typed it',
    ground,
    'u.resident_id = $1 and u.account_id = $2 and',
    'u.resident_id = $1 and $2::uuid is not null and',
    { net: true, against: ['sharedEnded', 'doctorThird'] },
  ),
  guard('a code that was ended', ground, 's.until > $4 and s.ended_at is null', 's.until > $4', {
    against: ['sharedEnded'],
  }),
  guard(
    'a visit at this facility',
    ground,
    "type = 'Encounter' and facility_id = $3",
    "type = 'Encounter' and $3::text is not null",
    { net: true, against: ['doctorThird'] },
  ),
  guard('a visit lately', ground, 'if (seenUntil && seenUntil > now)', 'if (seenUntil)', { against: ['doctorOther'] }),
  guard(
    'a number of today',
    ground,
    'and facility_id = $2 and date = $3',
    'and facility_id = $2 and $3::date is not null',
    { against: ['doctorOther'] },
  ),
  guard(
    'a number that counts',
    ground,
    "\n             and status in ('booked', 'arrived', 'fulfilled') limit 1",
    ' limit 1',
    { against: ['doctorThird'] },
  ),
  // what of an opened record shows
  guard('the record of one person', visible, 'e.resident_id = $1 and ($5', '$1::uuid is not null and ($5', {
    net: true,
    against: ['self'],
  }),
  guard('kinds of entries', visible, '($5::text[] is null or e.type = any($5))', '($5::text[] is null or true)', {
    against: ['guardian'],
  }),
  guard('topics', visible, 'e.topic = any($2::text[])', '$2::text[] is not null', { net: true, against: ['kin'] }),
  guard('an entry that is kept back', visible, 'not e.id = any($3::uuid[])', '$3::uuid[] is not null', {
    against: ['kin'],
  }),
  guard(
    'what belongs to an entry that is kept back',
    visible,
    '(e.encounter_id is null or not e.encounter_id = any($3))',
    'true',
    { against: ['kin'] },
  ),
  guard('own entries are the own facility’s', visible, '(e.facility_id = $4\n', '($4::text is not null\n', {
    against: ['doctorOwn'],
  }),
];
