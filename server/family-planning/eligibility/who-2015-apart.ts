import type { Method } from '../schema/methods.ts';
import type { Condition } from './conditions.ts';

/** What holds for every condition, and what for those that the source names. */
export type Apart = { otherwise: string; rows: Partial<Record<Condition, string>> };

const each = (cell: string, ...those: Condition[]): Partial<Record<Condition, string>> =>
  Object.fromEntries(those.map((one) => [one, cell]));

/**
 * Methods that the same source treats in tables of their own, with few rows. Of condoms only an allergy speaks against
 * them; of the emergency pill nothing forbids it (WHO fact sheet on emergency contraception, 2021), so that what is not
 * named does not delay it.
 */
export const apart2015: Partial<Record<Method, Apart>> = {
  condom: { otherwise: '1', rows: each('3', 'latex-allergy') },
  'emergency-pill': {
    otherwise: '1',
    rows: {
      ...each('-', 'pregnant'),
      ...each('2', 'ischaemia-now', 'ischaemia-past', 'stroke', 'clot-past', 'clot-acute', 'clot-treated'),
      ...each('2', 'migraine-under-35', 'migraine-35', 'migraine-aura', 'cirrhosis-severe'),
    },
  },
  vasectomy: {
    otherwise: '-',
    rows: {
      ...each('A', 'hiv-risk', 'hiv-mild', 'sickle-cell'),
      ...each('C', 'age-under-18', 'age-18-19', 'depression', 'diabetes', 'diabetes-organs', 'diabetes-vessels'),
      ...each('C', 'scrotum-injury', 'varicocele', 'hydrocele'),
      ...each('S', 'hiv-advanced', 'bleeding-disorder', 'groin-hernia'),
      ...each('D', 'scrotum-infection', 'scrotum-lump', 'fever'),
      ...each('n', 'latex-allergy'),
    },
  },
  breastfeeding: {
    otherwise: 'A',
    rows: {
      ...each('-', 'pregnant', 'no-child', 'feeding-later', 'not-feeding-later', 'hepatitis-acute'),
      ...each('-', 'not-feeding-3-weeks', 'not-feeding-3-weeks-clots'),
      ...each('-', 'not-feeding-6-weeks', 'not-feeding-6-weeks-clots', 'hiv-mild', 'hiv-advanced'),
      ...each(
        '-',
        'hiv-nrti',
        'hiv-nnrti',
        'hiv-protease',
        'epilepsy-drugs',
        'lamotrigine',
        'rifampicin',
        'antibiotics',
      ),
    },
  },
  awareness: {
    otherwise: 'A',
    rows: {
      ...each('C', 'age-under-18', 'age-over-45', 'abortion-first', 'abortion-second', 'abortion-septic'),
      ...each('C', 'feeding-6-months', 'feeding-later', 'hyperthyroid'),
      ...each('D', 'birth-2-days', 'birth-7-days', 'birth-4-weeks', 'feeding-2-days', 'feeding-6-weeks'),
      ...each('D', 'bleeding-irregular', 'bleeding-unexplained', 'vaginitis', 'fever'),
      ...each('-', 'pregnant', 'hiv-nrti', 'hiv-nnrti', 'hiv-protease', 'epilepsy-drugs', 'lamotrigine', 'rifampicin'),
      ...each('-', 'antibiotics'),
    },
  },
};
