/**
 * Ways to prevent a pregnancy, one word each. A service names one as wanted and one at exit; a table of eligibility
 * judges those that have a category.
 */
export const methods = [
  'copper-iud',
  'hormonal-iud',
  'implant',
  'injectable',
  'combined-pill',
  'progestogen-pill',
  'condom',
  'emergency-pill',
  'female-sterilisation',
  'vasectomy',
  'breastfeeding',
  'awareness',
] as const;
export type Method = (typeof methods)[number];
/** What a man uses himself; a woman's list leaves out what is done to him. */
const ofMen: readonly Method[] = ['condom', 'vasectomy', 'awareness'];
export const methodsFor = (sex: 'male' | 'female' | 'unknown'): Method[] =>
  methods.filter((method) => (sex === 'male' ? ofMen.includes(method) : sex === 'unknown' || method !== 'vasectomy'));
/** At exit also nothing, when it is put off or left. */
export const exitMethods = [...methods, 'none'] as const;

/** What is handed out free of charge (C6); the others are done by a clinician, not handed out. */
export const handedOut = ['condom', 'combined-pill', 'progestogen-pill', 'emergency-pill', 'injectable'] as const;

/** Text classes of a category: as it is, with care, later, or with special arrangements; `ask`: the table does not know. */
export const adviceClasses = ['accept', 'caution', 'delay', 'special', 'ask'] as const;
export type Advice = (typeof adviceClasses)[number];
