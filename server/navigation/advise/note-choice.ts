import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { invalid } from '../../kernel/errors.ts';
import type { noteChoiceInput } from '../schema/ask.ts';
import { countAdvice } from './count-advice.ts';
import { currentRules, modelVersion } from './current-rules.ts';
import { nameOfCode } from './rules.ts';

/** Counts which of the departments shown somebody went on with: no person, no words (E19). Codes we do not advise are refused. */
export async function noteChoice(
  ctx: Pick<Context, 'db' | 'clock' | 'log'>,
  { advised, chosen, rank, sureness }: z.infer<typeof noteChoiceInput>,
): Promise<{ counted: true }> {
  if (!nameOfCode(chosen) || !(advised === '' || nameOfCode(advised))) throw invalid('department-unknown');
  const { version: rules } = await currentRules(ctx);
  await countAdvice(ctx, {
    rules,
    model: modelVersion,
    outcome: 'advice',
    ruleId: '',
    advised,
    sureness,
    chosen,
    rank,
  });
  return { counted: true };
}
