import type { AdviceAnswer } from '../schema/ask.ts';
import { labels } from '../understand/labels.ts';
import type { Bilingual, RankedLabel } from '../understand/schema.ts';

export type Sureness = AdviceAnswer['sureness'];

/** Above these a first department is right about four, and three, times in five (bench navigation, calibration). */
const sureFrom = 0.7;
const likelyFrom = 0.45;
/** Shares below this are not worth a door of their own. */
const shownFrom = 0.08;
const shownMost = 3;

export const surenessOf = (confidence: number): Sureness =>
  confidence >= sureFrom ? 'sure' : confidence >= likelyFrom ? 'likely' : 'unsure';

const english = new Map<string, string>(labels.map(({ label, en }) => [label, en]));
const byCode = new Map<string, Bilingual>(labels.map(({ label, code, en }) => [code, { zh: label, en }]));

export const nameOfLabel = (label: string): Bilingual => ({ zh: label, en: english.get(label) ?? label });
/** A department by its catalogue code, general practice included; null for others. */
export const nameOfCode = (code: string): Bilingual | null =>
  code === generalPractice.code ? generalPractice.name : (byCode.get(code) ?? null);

/** The first always, the second and third where they carry some belief; none where nothing was understood (E5). */
export function shownOf(ranked: RankedLabel[], understood: boolean): RankedLabel[] {
  if (!understood) return [];
  return ranked.filter((row, at) => at === 0 || row.share >= shownFrom).slice(0, shownMost);
}

/** 全科医疗科 of the catalogue: who sorts out what nobody can tell from words alone. */
export const generalPractice = {
  code: '02',
  name: { zh: '全科医学科', en: 'General practice' },
  reason: {
    zh: '只凭这些描述还分不清该看哪一科，全科医生可以先看，再帮您转到对的科。',
    en: 'Words alone do not settle it. A general practitioner can look first and send you to the right door.',
  },
} as const;
