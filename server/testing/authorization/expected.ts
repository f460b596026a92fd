/**
 * What each may come to know, written by hand: canaries by whose, how guarded and written where. Everything that is
 * not on a line is foreign to it, whichever procedure is called with whatever ids.
 */
const openElsewhere = [
  'P-general-own',
  'P-general-other',
  'P-measured-other',
  'P-general-shut',
  'P-visit-old',
  'P-visit-lately',
];
const kept = ['P-denied-other', 'P-denied-visit', 'P-in-denied-visit', 'P-denied-own'];
/** Whose record it is, is asked in the hospital and in its area. */
const doubtOwn = ['S-patient-own', 'S-candidate-own'];
/** What was drawn for a review, without whose it is, and what is wrong with it. */
const drawn = (place: string) => [`S-review-${place}`, `S-sheet-${place}`, `S-finding-${place}`];
const treated = ['P-name', ...openElsewhere, 'P-sexual_health-own', 'P-sexual_health-other'];

export const mayKnow: Record<string, readonly string[]> = {
  // all of one's own
  self: [
    ...[
      'P-name',
      ...openElsewhere,
      ...kept,
      'P-look',
      'P-question-own',
      'P-question-other',
      'P-question-closed',
      ...['P-planning-own', 'P-planning-other', 'P-planning-third'],
    ],
    ...['own', 'other'].flatMap((place) =>
      ['mental_health', 'sexual_health', 'family_planning'].map((topic) => `P-${topic}-${place}`),
    ),
    ...['P-notice', 'P-denial', 'P-mental_health-shared', 'P-mental_health-centre'],
  ],
  // what P opened to family, and of P2, who closed it, no more than the name
  kin: [
    ...[
      'kin-name',
      'P-name',
      'P2-name',
      'P-notice',
      ...openElsewhere,
      'P-family_planning-own',
      'P-family_planning-other',
    ],
  ],
  // of a small child what is not guarded, and the child's questions; of a minor of 15 what protects; of one grown up the name
  guardian: [
    ...['guardian-name', 'C-name', 'C-general', 'C-allergy', 'C-look', 'C-question'],
    ...['T-name', 'T-allergy', 'U-name'],
  ],
  stranger: ['stranger-name'],
  unregistered: [],

  // a number here today: what the person opens, and whatever was written here
  doctorOwn: [...treated, 'P-denied-own', 'P-mental_health-own', 'P-family_planning-own'],
  // a visit here lately
  doctorLately: treated,
  // a code was handed over
  shared: [...treated, 'P-mental_health-shared'],
  // an emergency: what is kept back too, but no topic without its own word
  glass: [...treated, ...kept],
  // kept out with what others wrote
  doctorShut: ['P-name', 'P-general-shut'],
  // kept out altogether; the day's list says who comes, as to every doctor
  blocked: ['P-name'],
  blockedByName: ['P-name'],
  // a number tomorrow, one cancelled, an emergency that is over, a code that was ended
  ...{ doctorOther: [], doctorThird: [], glassOver: [], sharedEnded: [] },
  // work at the desk knows who comes
  ...{ deskOwn: ['P-name', ...doubtOwn], schedulerOwn: ['P-name'] },
  managerOwn: ['P-name', ...doubtOwn, ...drawn('own'), 'P-question-own', 'P-question-closed', 'C-question'],
  officerOwn: ['P-question-own', 'P-question-closed', 'C-question'],
  officerOther: ['P-question-other'],
  editor: [],
  // served by the person's say; said elsewhere, taken back, or kept out, nothing
  plannerOwn: ['P-name', 'P-planning-own'],
  plannerOther: ['P-name', 'P-planning-other'],
  ...{ plannerThird: [], plannerBlocked: [] },
  // who lives around the centre and came to its desk: a summary; of who moved away or closed the record nothing
  areaOwn: ['P-name', 'P-general-own', 'P-general-other', 'P-general-shut'],
  // a request elsewhere, by telephone or long ago, and a say taken back; work at the desk reads no record
  ...{ areaNext: [], areaClinic: [], areaDesk: [] },
  // only what a facility left unanswered
  officialOwn: [...doubtOwn, ...drawn('own')],
  officialOther: ['P-question-other', 'S-patient-other', 'S-candidate-other', ...drawn('other')],
  ...{ anonymous: [], hospital: [] },
};

const topicsOf = (...places: string[]) =>
  places.flatMap((place) =>
    ['mental_health', 'sexual_health', 'family_planning'].map((topic) => `P-${topic}-${place}`),
  );
/** What each may carry away as a file, having named the guarded topics; who is not named, nothing. */
const toTake: Record<string, readonly string[]> = {
  self: [
    'P-name',
    ...openElsewhere,
    ...kept,
    ...topicsOf('own', 'other'),
    'P-mental_health-shared',
    'P-mental_health-centre',
  ],
  kin: ['P-name', ...openElsewhere, 'P-family_planning-own', 'P-family_planning-other'],
  guardian: ['C-name', 'C-general', 'C-allergy', 'T-name', 'T-allergy'],
  // staff with the person's own code in hand, and never what is guarded
  shared: ['P-name', ...openElsewhere],
};
const guarded = /mental_health|sexual_health|family_planning/;

/** Once out, nobody takes it back: what is guarded comes along only when it was named. */
export const mayTake = (actor: string, named: boolean): readonly string[] =>
  (toTake[actor] ?? []).filter((canary) => named || !guarded.test(canary));
