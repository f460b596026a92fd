import { readFacts } from './facts.ts';
import { normalise } from './normalise.ts';
import type { Facts, Pattern, RedFlag, RedFlagRule } from './schema.ts';
import { mentions, readStatements, type Statements, states } from './statements.ts';

/** Months from which a person is judged by adults' rules (E4). */
const adultFrom = 14 * 12;

/** The red flags that a text raises, in the order of the rules. Pure. */
export function findRedFlags(text: string, facts: Facts, rules: readonly RedFlagRule[]): RedFlag[] {
  const plain = normalise(text);
  return flagsOf(readStatements(plain), readFacts(plain, facts), rules);
}

export function flagsOf(said: Statements, person: Facts, rules: readonly RedFlagRule[]): RedFlag[] {
  return rules.flatMap((rule) => {
    for (const pattern of rule.patterns) {
      const matched = matchPattern(pattern, said, person);
      if (matched) return [{ rule, matched }];
    }
    return [];
  });
}

/** The terms by which a pattern holds, one a group; null when it does not. */
export function matchPattern(pattern: Pattern, said: Statements, person: Facts): string[] | null {
  if (!fits(pattern, person)) return null;
  const matched: string[] = [];
  for (const group of pattern.all) {
    const term = group.find((candidate) => states(said, candidate));
    if (term === undefined) return null;
    matched.push(term);
  }
  return pattern.none?.some((term) => mentions(said, term)) ? null : matched;
}

/** An unknown age counts as an adult's; pregnancy must be said; an unknown sex or duration excludes nothing. */
function fits({ ageMonths, sex, pregnant, maxDays }: Pattern, person: Facts): boolean {
  const age = person.ageMonths ?? adultFrom * 2;
  if (ageMonths && (age < (ageMonths.min ?? 0) || age >= (ageMonths.max ?? Number.POSITIVE_INFINITY))) return false;
  if (sex && person.sex && person.sex !== sex) return false;
  if (pregnant !== undefined && (person.pregnant ?? false) !== pregnant) return false;
  return maxDays === undefined || person.days === undefined || person.days <= maxDays;
}
