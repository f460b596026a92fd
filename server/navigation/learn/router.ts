import { router, staff } from '../../trpc.ts';
import { addCase } from './add-case.ts';
import { approveRule, returnRule } from './decide-rule.ts';
import { askDrop, confirmDrop, keepCase } from './drop-case.ts';
import { proposeRule } from './propose-rule.ts';
import { listCases } from './queries/cases.ts';
import { getRule, listRules } from './queries/rules.ts';
import { rollBackRule } from './roll-back-rule.ts';
import { saveRule } from './save-rule.ts';
import * as shapes from './schema.ts';
import { tryCases, tryRule } from './try-rule.ts';
import { withdrawRule } from './withdraw-rule.ts';

const editor = staff('guide_editor');

/** The guide's rules and their test cases, for the clinicians who keep them. */
export const learnRouter = router({
  rules: editor.output(shapes.rulesOutput).query(({ ctx }) => listRules(ctx)),
  rule: editor
    .input(shapes.ruleInput)
    .output(shapes.ruleOutput)
    .query(({ ctx, input }) => getRule(ctx, input.ruleId)),
  saveRule: editor
    .input(shapes.saveRuleInput)
    .output(shapes.ruleOutput)
    .mutation(({ ctx, input }) => saveRule(ctx, input)),
  proposeRule: editor
    .input(shapes.ruleKey)
    .output(shapes.ruleOutput)
    .mutation(({ ctx, input }) => proposeRule(ctx, input)),
  approveRule: editor
    .input(shapes.ruleKey)
    .output(shapes.ruleOutput)
    .mutation(({ ctx, input }) => approveRule(ctx, input)),
  returnRule: editor
    .input(shapes.returnRuleInput)
    .output(shapes.ruleOutput)
    .mutation(({ ctx, input }) => returnRule(ctx, input)),
  withdrawRule: editor
    .input(shapes.withdrawRuleInput)
    .output(shapes.ruleOutput)
    .mutation(({ ctx, input }) => withdrawRule(ctx, input)),
  rollBackRule: editor
    .input(shapes.rollBackRuleInput)
    .output(shapes.ruleOutput)
    .mutation(({ ctx, input }) => rollBackRule(ctx, input)),
  /** By POST though they change nothing: a sentence about somebody's health belongs in no address. */
  tryRule: editor
    .input(shapes.tryRuleInput)
    .output(shapes.tryRuleOutput)
    .mutation(({ ctx, input }) => tryRule(ctx, input)),
  tryCases: editor
    .input(shapes.tryCasesInput)
    .output(shapes.replayView)
    .mutation(({ ctx, input }) => tryCases(ctx, input)),

  cases: editor
    .input(shapes.casesInput)
    .output(shapes.casesOutput)
    .query(({ ctx, input }) => listCases(ctx, input)),
  addCase: editor
    .input(shapes.addCaseInput)
    .output(shapes.done)
    .mutation(({ ctx, input }) => addCase(ctx, input)),
  askDropCase: editor
    .input(shapes.dropCaseInput)
    .output(shapes.done)
    .mutation(({ ctx, input }) => askDrop(ctx, input)),
  dropCase: editor
    .input(shapes.confirmDropInput)
    .output(shapes.done)
    .mutation(({ ctx, input }) => confirmDrop(ctx, input)),
  keepCase: editor
    .input(shapes.confirmDropInput)
    .output(shapes.done)
    .mutation(({ ctx, input }) => keepCase(ctx, input)),
});
