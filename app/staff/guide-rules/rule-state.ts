import type { RuleContent } from '#server/navigation/learn/schema.ts';
import type { Pattern } from '#server/navigation/understand/schema.ts';

/** A pattern as the form holds it: everything a text, each row with a key of its own. */
export type PatternState = {
  key: number;
  groups: { key: number; terms: string }[];
  none: string;
  from: string;
  below: string;
  sex: '' | 'male' | 'female';
  pregnant: '' | 'yes' | 'no';
  maxDays: string;
};
export type EffectState = { key: number; label: string; weight: string };

let lastKey = 0;
const nextKey = () => {
  lastKey += 1;
  return lastKey;
};

/** Terms are parted by 、 comma, semicolon or a new line; a blank belongs to a term, as in "chest pain". */
export const readTerms = (text: string): string[] =>
  [...new Set(text.split(/[、，,；;\n]/).map((term) => term.trim()))].filter(Boolean);
export const showTerms = (terms: readonly string[]): string => terms.join('、');

const number = (value: number | undefined) => (value === undefined ? '' : String(value));

export const newGroup = (terms: readonly string[] = []) => ({ key: nextKey(), terms: showTerms(terms) });
export const newPattern = (pattern?: Pattern): PatternState => ({
  key: nextKey(),
  groups: (pattern?.all ?? [[]]).map(newGroup),
  none: showTerms(pattern?.none ?? []),
  from: number(pattern?.ageMonths?.min),
  below: number(pattern?.ageMonths?.max),
  sex: pattern?.sex ?? '',
  pregnant: pattern?.pregnant === undefined ? '' : pattern.pregnant ? 'yes' : 'no',
  maxDays: number(pattern?.maxDays),
});
export const newEffect = (effect?: { label: string; weight: number }): EffectState => ({
  key: nextKey(),
  label: effect?.label ?? '',
  weight: number(effect?.weight ?? 1),
});

const optional = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

export function readPattern(state: PatternState): Pattern {
  const [none, min, max, maxDays] = [
    readTerms(state.none),
    optional(state.from),
    optional(state.below),
    optional(state.maxDays),
  ];
  return {
    all: state.groups.map((group) => readTerms(group.terms)).filter((terms) => terms.length > 0),
    ...(none.length > 0 ? { none } : {}),
    ...(min === undefined && max === undefined
      ? {}
      : { ageMonths: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } }),
    ...(state.sex ? { sex: state.sex } : {}),
    ...(state.pregnant ? { pregnant: state.pregnant === 'yes' } : {}),
    ...(maxDays === undefined ? {} : { maxDays }),
  };
}

export type Rows = { patterns: PatternState[]; effects: EffectState[] };
export const rowsOf = (rule: RuleContent): Rows => ({
  patterns: rule.kind === 'setting' ? [] : rule.content.patterns.map(newPattern),
  effects: rule.kind === 'advice' ? rule.content.effects.map(newEffect) : [],
});

/** The rule as the form has it now; whether it is a rule at all, the server says. */
export function readRule(kind: RuleContent['kind'], data: FormData, rows: Rows): RuleContent {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const common = {
    id: text('rule-id'),
    name: { zh: text('name-zh'), en: text('name-en') },
    reason: { zh: text('reason-zh'), en: text('reason-en') },
    source: text('source'),
    validFrom: text('valid-from'),
  };
  if (kind === 'setting') return { kind, content: { ...common, value: text('value') } };
  const patterns = rows.patterns.map(readPattern);
  if (kind === 'red-flag') return { kind, content: { ...common, patterns, kind: text('flag') as 'emergency' } };
  const effects = rows.effects.map(({ label, weight }) => ({ label: label as '儿科', weight: Number(weight) }));
  return { kind, content: { ...common, patterns, effects } };
}

/** An empty rule of a kind, for a form that makes one. */
export function emptyRule(kind: 'red-flag' | 'advice', today: string): RuleContent {
  const common = {
    id: '',
    name: { zh: '', en: '' },
    reason: { zh: '', en: '' },
    source: '',
    validFrom: today,
    patterns: [{ all: [[]] }],
  };
  return kind === 'red-flag'
    ? { kind, content: { ...common, kind: 'emergency' } }
    : { kind, content: { ...common, effects: [{ label: '儿科', weight: 1 }] } };
}
