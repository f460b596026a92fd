import { refused } from '../kernel/errors.ts';
import { type CheckRule, checkRuleOn } from './eligibility/fertility.ts';

/** The rule of a day; before the first there is nothing to go by. */
export function getCheckRule(day: string): CheckRule {
  const rule = checkRuleOn(day);
  if (!rule) throw refused('planning-no-rule');
  return rule;
}
