/** A version of a resource as its hospital counts it. */
export type Stamp = { version: string; updated: Date };

/**
 * Whether `told` is later than `known`. Numbers that both sides count say it best, since clocks are set back;
 * where they are equal or there are none, the time of change does. The same version twice is no news.
 */
export function isNewer(told: Stamp, known: Stamp): boolean {
  if (told.version === known.version && told.updated.getTime() === known.updated.getTime()) return false;
  const [a, b] = [countOf(told.version), countOf(known.version)];
  if (a !== null && b !== null && a !== b) return a > b;
  return told.updated > known.updated;
}

const countOf = (version: string): bigint | null => (/^\d{1,30}$/.test(version) ? BigInt(version) : null);

export type Topic = 'general' | 'family_planning' | 'sexual_health' | 'mental_health';

/**
 * Topics that are sealed from helpers and most staff unless the resident says otherwise (C8), by ICD-10 chapter:
 * Z30–Z39 and O00–O99 reproduction, F00–F99 mind, A50–A64 and B20–B24 infections passed on sexually.
 */
export function topicOf(code: string): Topic {
  const icd = /^[A-Z]\d\d/.exec(code)?.[0];
  if (!icd) return 'general';
  if ((icd >= 'Z30' && icd <= 'Z39') || icd.startsWith('O')) return 'family_planning';
  if (icd.startsWith('F')) return 'mental_health';
  const sexual = (icd >= 'A50' && icd <= 'A64') || (icd >= 'B20' && icd <= 'B24');
  return sexual ? 'sexual_health' : 'general';
}
