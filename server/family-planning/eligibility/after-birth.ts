import type { Condition } from './conditions.ts';

export type AfterBirth = {
  /** Whole days since the birth. */
  days: number;
  feeding: boolean;
  /** Another risk of clots: one before, immobility, transfusion, obesity, heavy bleeding, caesarean, pre-eclampsia, smoking. */
  clots: boolean;
};

/** What follows for the table from the time since a birth and whether the child is breastfed: always both parts, since each leaves methods to the other. */
export function conditionsAfterBirth({ days, feeding, clots }: AfterBirth): Condition[] {
  return [sinceBirth(days), feeding ? whileFeeding(days) : notFeeding(days, clots)];
}

function sinceBirth(days: number): Condition {
  if (days < 2) return 'birth-2-days';
  if (days < 7) return 'birth-7-days';
  if (days < 28) return 'birth-4-weeks';
  return days < 42 ? 'birth-6-weeks' : 'birth-later';
}

function whileFeeding(days: number): Condition {
  if (days < 2) return 'feeding-2-days';
  if (days < 42) return 'feeding-6-weeks';
  return days < 183 ? 'feeding-6-months' : 'feeding-later';
}

function notFeeding(days: number, clots: boolean): Condition {
  if (days < 21) return clots ? 'not-feeding-3-weeks-clots' : 'not-feeding-3-weeks';
  if (days <= 42) return clots ? 'not-feeding-6-weeks-clots' : 'not-feeding-6-weeks';
  return 'not-feeding-later';
}
