/** What may stand against a method, by the part of life or body it belongs to; the words of the screen follow this order. */
export const conditionGroups = {
  age: ['age-under-18', 'age-18-19', 'age-40-45', 'age-over-45'],
  pregnancy: ['pregnant', 'no-child', 'past-ectopic', 'abortion-first', 'abortion-second', 'abortion-septic'],
  birth: [
    ...['birth-2-days', 'birth-7-days', 'birth-4-weeks', 'birth-6-weeks', 'birth-later', 'birth-sepsis'],
    ...['feeding-2-days', 'feeding-6-weeks', 'feeding-6-months', 'feeding-later'],
    ...['not-feeding-3-weeks', 'not-feeding-3-weeks-clots', 'not-feeding-6-weeks', 'not-feeding-6-weeks-clots'],
    'not-feeding-later',
  ],
  habits: ['smoker-under-35', 'smoker-35-light', 'smoker-35-heavy', 'obesity'],
  heart: [
    ...[
      'heart-risks',
      'pressure-unmeasured',
      'pressure-controlled',
      'pressure-140',
      'pressure-160',
      'pressure-vessels',
    ],
    ...['pressure-in-pregnancy', 'clot-past', 'clot-acute', 'clot-treated', 'clot-family', 'surgery-lying'],
    ...['surgery-major', 'clotting-mutation', 'varicose-veins', 'vein-inflammation', 'ischaemia-now', 'ischaemia-past'],
    ...['stroke', 'blood-fats', 'valve-simple', 'valve-complicated'],
  ],
  lupus: ['lupus-antibodies', 'lupus-platelets', 'lupus-suppressed', 'lupus-other'],
  nerves: [...['headache', 'migraine-under-35', 'migraine-35', 'migraine-aura', 'epilepsy', 'depression']],
  womb: [
    ...['bleeding-irregular', 'bleeding-heavy', 'bleeding-unexplained', 'endometriosis', 'ovary-benign'],
    ...['period-pain', 'mole-falling', 'mole-persistent', 'cervix-ectropion', 'cervix-neoplasia', 'cervix-cancer'],
    ...['womb-cancer', 'ovary-cancer', 'fibroids', 'fibroids-distorting', 'pelvic-surgery'],
  ],
  breast: ['breast-lump', 'breast-benign', 'breast-family', 'breast-cancer', 'breast-cancer-past'],
  infections: [
    ...['pelvic-infection-past-child', 'pelvic-infection-past', 'pelvic-infection', 'cervix-infection', 'vaginitis'],
    ...['infection-risk', 'hiv-risk', 'hiv-mild', 'hiv-advanced', 'schistosomiasis', 'schistosomiasis-liver'],
    ...['tuberculosis', 'tuberculosis-pelvic'],
  ],
  metabolism: [
    ...['diabetes-in-pregnancy', 'diabetes', 'diabetes-organs', 'diabetes-vessels', 'goitre', 'hyperthyroid'],
    'hypothyroid',
  ],
  liver: [
    ...['gall-removed', 'gall-treated', 'gall-now', 'gall-silent', 'cholestasis-pregnancy', 'cholestasis-pill'],
    ...['hepatitis-acute', 'hepatitis-carrier', 'cirrhosis-mild', 'cirrhosis-severe', 'liver-nodule'],
    ...['liver-adenoma', 'liver-cancer'],
  ],
  blood: ['thalassaemia', 'sickle-cell', 'anaemia', 'anaemia-severe', 'bleeding-disorder'],
  medicines: ['hiv-nrti', 'hiv-nnrti', 'hiv-protease', 'epilepsy-drugs', 'lamotrigine', 'antibiotics', 'rifampicin'],
  operation: ['latex-allergy', 'skin-infection', 'chest-infection', 'fever', 'kidney-disease'],
  man: ['scrotum-infection', 'scrotum-injury', 'varicocele', 'hydrocele', 'scrotum-lump', 'groin-hernia'],
} as const;
export type ConditionGroup = keyof typeof conditionGroups;
export type Condition = (typeof conditionGroups)[ConditionGroup][number];

export const conditions = Object.values(conditionGroups).flat() as Condition[];
const known = new Set<string>(conditions);
export const isCondition = (word: string): word is Condition => known.has(word);

export const groupOf = (condition: Condition): ConditionGroup =>
  (Object.keys(conditionGroups) as ConditionGroup[]).find((group) =>
    (conditionGroups[group] as readonly string[]).includes(condition),
  ) as ConditionGroup;

/** What a man has beside his own group; everything outside it is asked of women. */
const ofBoth: readonly Condition[] = [
  ...(['age-under-18', 'age-18-19', 'depression', 'hiv-risk', 'hiv-mild', 'hiv-advanced'] as const),
  ...(['diabetes', 'diabetes-organs', 'diabetes-vessels', 'sickle-cell', 'bleeding-disorder', 'fever'] as const),
  'latex-allergy',
];
const ofMen: readonly Condition[] = conditionGroups.man;
export type Sex = 'male' | 'female' | 'unknown';

export function mayHave(sex: Sex, condition: Condition): boolean {
  if (ofBoth.includes(condition) || sex === 'unknown') return true;
  return ofMen.includes(condition) === (sex === 'male');
}

/** What passes or can be treated: where it stands against a method, the method waits and is not given up. */
const passing: readonly Condition[] = [
  ...(['pregnant', 'abortion-septic', 'birth-7-days', 'birth-4-weeks', 'birth-6-weeks', 'birth-sepsis'] as const),
  ...(['feeding-2-days', 'feeding-6-weeks', 'feeding-6-months', 'not-feeding-3-weeks', 'not-feeding-6-weeks'] as const),
  ...(['not-feeding-3-weeks-clots', 'not-feeding-6-weeks-clots', 'clot-acute', 'surgery-lying'] as const),
  ...(['pressure-unmeasured', 'bleeding-unexplained', 'mole-falling', 'pelvic-infection', 'cervix-infection'] as const),
  ...(['hepatitis-acute', 'gall-now', 'anaemia-severe', 'epilepsy-drugs', 'lamotrigine', 'rifampicin'] as const),
  ...(['skin-infection', 'chest-infection', 'fever', 'scrotum-infection'] as const),
];
export const passes = (condition: Condition): boolean => passing.includes(condition);

/** What follows from a person's age in years alone. */
export function conditionsOfAge(age: number): Condition[] {
  if (age < 18) return ['age-under-18'];
  if (age < 20) return ['age-18-19'];
  if (age < 40) return [];
  return [age <= 45 ? 'age-40-45' : 'age-over-45'];
}
