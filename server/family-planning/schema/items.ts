import { z } from 'zod';

/** Who of a couple is checked: the woman by all items, the man by those that concern him. */
export const parts = ['woman', 'man'] as const;
export type Part = (typeof parts)[number];

type Range = readonly [low: string, high: string];
/** A number beside its range, or one of several words of which some call for attention. */
export type Reading =
  | { code: string; kind: 'number'; unit: string; woman: Range; man?: Range }
  | { code: string; kind: 'choice'; values: readonly string[]; odd: readonly string[] };
export type Item = { code: string; for: readonly Part[]; readings: readonly Reading[] };

const both = parts;
const woman = ['woman'] as const;
const signs = ['negative', 'positive'] as const;
const positive = (code: string): Reading => ({ code, kind: 'choice', values: signs, odd: ['positive'] });
/** A sign of an infection long past, or of protection: good to know, never a reason for concern by itself. */
const told = (code: string): Reading => ({ code, kind: 'choice', values: signs, odd: [] });
const seen = (code: string): Reading => ({ code, kind: 'choice', values: ['usual', 'notable'], odd: ['notable'] });
const measured = (code: string, unit: string, range: Range, man?: Range): Reading => ({
  ...{ code, kind: 'number', unit, woman: range },
  ...(man ? { man } : {}),
});

/**
 * The 19 items of the national free check before pregnancy (domain.md §3.6), with those that the man takes part in. Ranges
 * of adults follow WS/T 404 and WS/T 405 where they name one, else common assays; each result keeps the range it was read by.
 */
export const checkItems: readonly Item[] = [
  { code: 'education', for: both, readings: [{ code: 'education', kind: 'choice', values: ['given'], odd: [] }] },
  { code: 'history', for: both, readings: [seen('history')] },
  {
    code: 'examination',
    for: both,
    readings: [
      seen('examination'),
      measured('systolic', 'mmHg', ['90', '139'], ['90', '139']),
      measured('diastolic', 'mmHg', ['60', '89'], ['60', '89']),
    ],
  },
  {
    code: 'secretions',
    for: woman,
    readings: ['candida', 'trichomonas', 'clue-cells', 'gonococcus', 'chlamydia'].map(positive),
  },
  {
    code: 'blood-count',
    for: woman,
    readings: [
      measured('haemoglobin', 'g/L', ['115', '150']),
      measured('white-cells', '10⁹/L', ['3.5', '9.5']),
      measured('platelets', '10⁹/L', ['125', '350']),
    ],
  },
  { code: 'urine', for: both, readings: ['urine-protein', 'urine-glucose', 'urine-white-cells'].map(positive) },
  {
    code: 'blood-group',
    for: both,
    readings: [
      { code: 'abo', kind: 'choice', values: ['A', 'B', 'O', 'AB'], odd: [] },
      { code: 'rhesus', kind: 'choice', values: ['positive', 'negative'], odd: ['negative'] },
    ],
  },
  { code: 'glucose', for: woman, readings: [measured('glucose', 'mmol/L', ['3.9', '6.1'])] },
  { code: 'liver', for: both, readings: [measured('alt', 'U/L', ['7', '40'], ['9', '50'])] },
  {
    code: 'hepatitis-b',
    for: both,
    readings: [positive('hbsag'), told('anti-hbs'), positive('hbeag'), told('anti-hbe'), told('anti-hbc')],
  },
  { code: 'kidney', for: both, readings: [measured('creatinine', 'µmol/L', ['41', '73'], ['57', '97'])] },
  { code: 'thyroid', for: woman, readings: [measured('tsh', 'mIU/L', ['0.27', '4.20'])] },
  { code: 'syphilis', for: both, readings: [positive('syphilis')] },
  {
    code: 'rubella',
    for: woman,
    readings: [{ code: 'rubella-igg', kind: 'choice', values: signs, odd: ['negative'] }],
  },
  { code: 'cytomegalovirus', for: woman, readings: [positive('cmv-igm'), told('cmv-igg')] },
  { code: 'toxoplasma', for: woman, readings: [positive('toxo-igm'), told('toxo-igg')] },
  { code: 'ultrasound', for: woman, readings: [seen('ultrasound')] },
  // no readings: done when the check is graded, and when both follow-ups are
  { code: 'assessment', for: both, readings: [] },
  { code: 'follow-up', for: woman, readings: [] },
];

export const itemsFor = (part: Part): readonly Item[] => checkItems.filter((item) => item.for.includes(part));
export const readingsFor = (part: Part): readonly Reading[] => itemsFor(part).flatMap((item) => item.readings);
/** The range that a number of this person is read by. */
export const rangeOf = (reading: Extract<Reading, { kind: 'number' }>, part: Part): Range =>
  (part === 'man' ? reading.man : undefined) ?? reading.woman;

export const flag = z.enum(['low', 'high', 'normal', 'abnormal']);
export const resultView = z.object({
  code: z.string(),
  value: z.string(),
  unit: z.string(),
  low: z.string(),
  high: z.string(),
  flag,
  /** Above 1: it was corrected, and the earlier one is kept. */
  revision: z.number().int(),
  notedAt: z.date(),
});
export type ResultView = z.infer<typeof resultView>;
