import { createHash } from 'node:crypto';
import { regionDay } from '../../kernel/clock.ts';
import type { AdviceRule, RedFlagRule } from '../understand/schema.ts';
import { liveVersion, type VersionFacts } from './rules.ts';
import { type RuleContent, ruleContent, type SettingRule } from './schema.ts';

/** All rules that apply at one moment. */
export type RuleSet = {
  redFlags: readonly RedFlagRule[];
  adviceRules: readonly AdviceRule[];
  settings: readonly SettingRule[];
};

/** A version as its row holds it; the content is checked when it is read. */
export type StoredVersion = VersionFacts & { ruleId: string; kind: string; content: unknown };

/** The versions that apply at `at`, by rule id; an end of a rule is one of them. */
export const liveAt = (stored: readonly StoredVersion[], at: Date): StoredVersion[] =>
  [...Map.groupBy(stored, (version) => version.ruleId).values()]
    .flatMap((versions) => liveVersion(versions, at) ?? [])
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));

/** The rules that live versions make; what this program cannot read falls back to what it came with. */
export function composeRules(live: readonly StoredVersion[], shipped: RuleSet): RuleSet & { unreadable: string[] } {
  const read = live.filter(({ ends }) => !ends).map((version) => ({ id: version.ruleId, rule: readContent(version) }));
  const own = read.flatMap(({ rule }) => rule ?? []);
  const unreadable = read.flatMap(({ id, rule }) => (rule ? [] : [id]));
  const rescued = asContents(shipped).filter(({ content }) => unreadable.includes(content.id));
  return { ...ruleSetOf(inOrder([...own, ...rescued], shipped)), unreadable };
}

/** As the program orders its rules (a crisis comes first), then those of the clinicians by id: a text may raise several. */
function inOrder(rules: readonly RuleContent[], shipped: RuleSet): RuleContent[] {
  const places = new Map(asContents(shipped).map(({ content }, place) => [content.id, place]));
  const place = (rule: RuleContent) => places.get(rule.content.id) ?? places.size;
  return [...rules].sort((a, b) => place(a) - place(b) || (a.content.id < b.content.id ? -1 : 1));
}

function readContent({ kind, content }: StoredVersion): RuleContent | null {
  const read = ruleContent.safeParse({ kind, content });
  return read.success ? read.data : null;
}

export function ruleSetOf(rules: readonly RuleContent[]): RuleSet {
  return {
    redFlags: rules.flatMap((rule) => (rule.kind === 'red-flag' ? [rule.content] : [])),
    adviceRules: rules.flatMap((rule) => (rule.kind === 'advice' ? [rule.content] : [])),
    settings: rules.flatMap((rule) => (rule.kind === 'setting' ? [rule.content] : [])),
  };
}

export const asContents = (set: RuleSet): RuleContent[] => [
  ...set.redFlags.map((content): RuleContent => ({ kind: 'red-flag', content })),
  ...set.adviceRules.map((content): RuleContent => ({ kind: 'advice', content })),
  ...set.settings.map((content): RuleContent => ({ kind: 'setting', content })),
];

/** Two sets with the same label hold the same versions: the day of the newest, and a print of all of them. */
export function labelOf(live: readonly StoredVersion[]): string {
  const newest = Math.max(0, ...live.map((version) => version.liveFrom?.getTime() ?? 0));
  return `${regionDay(new Date(newest))}.${printOf(live.map(({ ruleId, version }) => `${ruleId}@${version}`))}`;
}

/** The label of the rules that came with the program. */
export const programLabel = (shipped: RuleSet): string => `program.${printOf(asContents(shipped))}`;

const printOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 6);

/** The set with one rule changed, added or ended, for trying out. */
export function withRule(set: RuleSet, rule: RuleContent, ends: boolean): RuleSet {
  const all = asContents(set);
  const same = (other: RuleContent) => other.kind === rule.kind && other.content.id === rule.content.id;
  if (ends) return ruleSetOf(all.filter((other) => !same(other)));
  return ruleSetOf(all.some(same) ? all.map((other) => (same(other) ? rule : other)) : [...all, rule]);
}
