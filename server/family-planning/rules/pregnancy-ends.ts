import { addDays } from '../../kernel/clock.ts';
import { ageOn } from '../../residents/rules.ts';
import type { PromptKind } from '../schema/follow-up.ts';

/** What a hospital told, as it is kept: what it is, what it is called, how far it has come, and when. */
export type Told = { type: string; code: string; title: string; status: string; day: string };
type Person = { sex: 'male' | 'female' | 'unknown'; birthDate: string };
export type PregnancyEnd = { kind: PromptKind; eventOn: string };

/**
 * Who is offered advice (our proposal, 2026): news that comes later than this prompts nobody; what is told of one pregnancy
 * lies within so many days, as the next cannot end sooner; a record of a child tells of its own birth.
 */
export const promptRules = { newsDays: 180, oneDays: 42, ages: [12, 60] } as const;

/** States in which it has happened; a condition has no such state, it was noted. */
const happened: Record<string, readonly string[] | null> = {
  Procedure: ['completed'],
  Encounter: ['finished'],
  Condition: null,
};
/** Types of an entry that may tell of an end. */
export const endTypes = Object.keys(happened);

const icd10 = /icd-10[^|]*\|([A-Z]\d\d)(?:\.?(\d))?/i;

/**
 * ICD-10: O00–O06 and Z33.2 a loss, O80–O84 a birth; Z37 by its fourth place, where one child who did not live makes it a
 * loss. O07 (it failed), O20 (it threatens), Z38 (the child's own) and Z39 (care afterwards) end nothing.
 */
function endOfCode(code: string, place: string | undefined): PromptKind | null {
  if ((code >= 'O00' && code <= 'O06') || (code === 'Z33' && place === '2')) return 'after-loss';
  if (code >= 'O80' && code <= 'O84') return 'postpartum';
  if (code !== 'Z37') return null;
  return ['0', '2', '5', '9', undefined].includes(place) ? 'postpartum' : 'after-loss';
}

// Words that name an end without there being one: it threatens, was once, may be, is planned, failed, or is the child's.
const none = [
  /先兆|难免|习惯性|复发性|史|风险|预防|保胎|镇痛|准备|计划|预约|咨询|知情|未遂|失败|儿|产前|产后|产褥/,
  /threaten|inevitable|habitual|recurrent|history|previous|risk|prevent|plan|counsel|fail|newborn|antenatal|postpartum/i,
];
const words: [PromptKind, RegExp][] = [
  ['after-loss', /(人工|自然|药物|不?完全|不全|稽留)流产|钳刮|异位妊娠|宫外孕|输卵管妊娠|葡萄胎|死产|死胎|终止妊娠/],
  ['after-loss', /中期(妊娠)?引产|依沙吖啶|利凡诺|abortion|miscarriage|ectopic|stillb(irth|orn)/i],
  ['postpartum', /分娩|剖宫产|顺产|产钳|胎头吸引|臀位助产|delivery|c(a)?esarean/i],
];

/** Which end an entry tells of. Rather none than a wrong one: what is coded goes by its code, else by what it is called. */
export function endOf({ type, code, title, status }: Omit<Told, 'day'>): PromptKind | null {
  const states = happened[type];
  if (states === undefined || (states !== null && !states.includes(status))) return null;
  const icd = icd10.exec(code);
  if (icd?.[1]) return endOfCode(icd[1].toUpperCase(), icd[2]);
  if (none.some((word) => word.test(title))) return null;
  return words.find(([, fits]) => fits.test(title))?.[0] ?? null;
}

/** Whether two days are of the end of one pregnancy. */
export const isSameEnd = (a: string, b: string): boolean =>
  a <= addDays(b, promptRules.oneDays) && b <= addDays(a, promptRules.oneDays);

/**
 * The ends of pregnancies that a record tells of up to `today`, each once, however many entries and hospitals tell of it. A
 * child who did not live outweighs the birth: her own care comes first.
 */
export function pregnancyEnds(told: readonly Told[], { sex, birthDate }: Person, today: string): PregnancyEnd[] {
  const [youngest, oldest] = promptRules.ages;
  const ends: PregnancyEnd[] = [];
  for (const one of told.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const age = ageOn(birthDate, one.day);
    const kind = endOf(one);
    if (!kind || sex === 'male' || age < youngest || age > oldest || one.day > today) continue;
    const same = ends.find((end) => isSameEnd(end.eventOn, one.day));
    if (!same) ends.push({ kind, eventOn: one.day });
    else if (kind === 'after-loss') same.kind = kind;
  }
  return ends;
}
