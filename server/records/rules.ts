import type { Topic } from '../consents/schema.ts';

export type { Topic };

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

/**
 * Topics that only the person sees unless they say otherwise (C8), by ICD-10: Z30–Z39 and O00–O99 reproduction,
 * F00–F99 mind, A50–A64 and B20–B24 infections passed on sexually.
 */
function topicOfCode(icd: string): Topic {
  const code = /^[A-Z]\d\d/.exec(icd)?.[0];
  if (!code) return 'general';
  if ((code >= 'Z30' && code <= 'Z39') || code.startsWith('O')) return 'family_planning';
  if (code.startsWith('F')) return 'mental_health';
  const sexual = (code >= 'A50' && code <= 'A64') || (code >= 'B20' && code <= 'B24');
  return sexual ? 'sexual_health' : 'general';
}

// What is written in words only. Sealed once too often is a call to the hospital, open once too often a family quarrel.
const words: [Topic, RegExp][] = [
  ['sexual_health', /艾滋|人类免疫缺陷|HIV|梅毒|淋病|性传播|尖锐湿疣/i],
  ['family_planning', /妊娠|孕|分娩|产前|产后|避孕|节育|流产|引产|绝育|不孕|不育|辅助生殖|绒毛膜促性腺/],
  ['family_planning', /上环|取环|皮埋|埋植|炔雌醇|米非司酮|剖宫产|输卵管结扎|输精管结扎/],
  ['family_planning', /pregnan|contracept|intrauterine|abortion|steriliz|sterilis|prenatal|antenatal|gonadotropin/i],
  ['mental_health', /精神|心理|抑郁|焦虑|双相|躁狂|成瘾|戒断|自杀/],
];

/** The topic of an entry from its ICD-10 codes and from what its hospital calls it. */
export function topicOf(icd: readonly string[], title: string): Topic {
  const coded = icd.map(topicOfCode).find((one) => one !== 'general');
  return coded ?? words.find(([, said]) => said.test(title))?.[0] ?? 'general';
}
