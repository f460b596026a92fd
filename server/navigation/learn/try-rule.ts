import type { z } from 'zod';
import { understand } from '../understand/understand.ts';
import { findLiveRules } from './live-rules.ts';
import { requireEditor } from './policy.ts';
import { replay } from './replay.ts';
import { type RuleSet, withRule } from './rule-set.ts';
import { readStoredCases } from './run-replay.ts';
import type { ReplayView, saveRuleInput, tryRuleInput, tryRuleOutput } from './schema.ts';
import type { Editor } from './versions.ts';

type Wish = z.infer<typeof tryRuleInput>;

/** How one sentence reads now and with the change; nothing is stored. */
export async function tryRule(ctx: Editor, wish: Wish): Promise<z.infer<typeof tryRuleOutput>> {
  requireEditor(ctx.actor);
  const live = await findLiveRules(ctx.db, ctx.clock.now());
  return { before: read(wish, live), after: read(wish, withRule(live, wish.rule, wish.ends)) };
}

function read({ text, facts }: Wish, rules: RuleSet): z.infer<typeof tryRuleOutput>['before'] {
  const { flags, ranked } = understand(text, facts, rules);
  const kinds = flags.map(({ rule }) => rule.kind);
  return {
    outcome: (['emergency', 'crisis', 'fever'] as const).find((kind) => kinds.includes(kind)) ?? 'none',
    flags: flags.map(({ rule, matched }) => ({ ruleId: rule.id, name: rule.name, matched })),
    labels: ranked.slice(0, 3).map(({ label, share }) => ({ label, share })),
  };
}

/** What a change that is being written would do to all stored cases; nothing is stored. */
export async function tryCases(
  ctx: Editor,
  { rule, ends }: Pick<z.infer<typeof saveRuleInput>, 'rule' | 'ends'>,
): Promise<ReplayView> {
  requireEditor(ctx.actor);
  const before = await findLiveRules(ctx.db, ctx.clock.now());
  const cases = await readStoredCases(ctx.db.pool);
  return replay(cases, { before, after: withRule(before, rule, ends), setBefore: before.version, setAfter: '' });
}
