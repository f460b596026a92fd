import type { RuleContent } from '#server/navigation/learn/schema.ts';
import type { Pattern } from '#server/navigation/understand/schema.ts';

/** A field of a rule that changed; terms are compared one by one. */
export type Change = {
  field: string;
  place: number[];
  before: string;
  after: string;
  added: string[];
  removed: string[];
};

const plain = (field: string, before: string, after: string, place: number[] = []): Change[] =>
  before === after ? [] : [{ field, place, before, after, added: [], removed: [] }];

function terms(field: string, before: readonly string[], after: readonly string[], place: number[]): Change[] {
  const added = after.filter((term) => !before.includes(term));
  const removed = before.filter((term) => !after.includes(term));
  return added.length + removed.length === 0 ? [] : [{ field, place, before: '', after: '', added, removed }];
}

const ages = ({ ageMonths }: Partial<Pattern>) => (ageMonths ? `${ageMonths.min ?? 0}–${ageMonths.max ?? '∞'}` : '');

function patterns(before: readonly Pattern[], after: readonly Pattern[]): Change[] {
  const most = Math.max(before.length, after.length);
  return Array.from({ length: most }, (_, i) => i).flatMap((i) => {
    const [was, is]: Partial<Pattern>[] = [before[i] ?? {}, after[i] ?? {}];
    const groups = Math.max(was?.all?.length ?? 0, is?.all?.length ?? 0);
    return [
      ...Array.from({ length: groups }, (_, g) => g).flatMap((g) =>
        terms('group', was?.all?.[g] ?? [], is?.all?.[g] ?? [], [i + 1, g + 1]),
      ),
      ...terms('none', was?.none ?? [], is?.none ?? [], [i + 1]),
      ...plain('age', ages(was ?? {}), ages(is ?? {}), [i + 1]),
      ...plain('sex', was?.sex ?? '', is?.sex ?? '', [i + 1]),
      ...plain('pregnant', String(was?.pregnant ?? ''), String(is?.pregnant ?? ''), [i + 1]),
      ...plain('maxDays', String(was?.maxDays ?? ''), String(is?.maxDays ?? ''), [i + 1]),
    ];
  });
}

const effects = (rule: RuleContent) =>
  rule.kind === 'advice' ? rule.content.effects.map(({ label, weight }) => `${label} ${weight}`).join('、') : '';
const value = (rule: RuleContent) => (rule.kind === 'setting' ? rule.content.value : '');
const flag = (rule: RuleContent) => (rule.kind === 'red-flag' ? rule.content.kind : '');
const patternsOf = (rule: RuleContent) => (rule.kind === 'setting' ? [] : rule.content.patterns);

/** What a version changes against another of the same rule; empty when they say the same. */
export function differenceOf(before: RuleContent, after: RuleContent): Change[] {
  const [was, is] = [before.content, after.content];
  return [
    ...plain('nameZh', was.name.zh, is.name.zh),
    ...plain('nameEn', was.name.en, is.name.en),
    ...plain('flag', flag(before), flag(after)),
    ...plain('value', value(before), value(after)),
    ...plain('reasonZh', was.reason.zh, is.reason.zh),
    ...plain('reasonEn', was.reason.en, is.reason.en),
    ...plain('source', was.source, is.source),
    ...plain('validFrom', was.validFrom, is.validFrom),
    ...patterns(patternsOf(before), patternsOf(after)),
    ...plain('effects', effects(before), effects(after)),
  ];
}
