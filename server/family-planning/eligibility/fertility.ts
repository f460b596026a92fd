/** What 生育登记 asks from a day on. Nothing is approved: a declaration that meets the rule of its day is registered. */
export type FertilityRule = {
  from: string;
  source: string;
  asksMarriage: boolean;
  /** Children that may be registered; null: no limit. */
  childrenMost: number | null;
  validYears: number;
};

/**
 * Oldest first; a later rule is one more line, and a registration keeps the day of the one that judged it. Rules before
 * these (marriage, two children, then three) are not entered: nothing they judged is still valid.
 */
export const fertilityRules: readonly FertilityRule[] = [
  {
    from: '2023-02-15',
    source: '《四川省生育登记服务管理办法》（四川省卫生健康委员会，2023年2月15日起施行）',
    asksMarriage: false,
    childrenMost: null,
    validYears: 5,
  },
];

/** The rule in force on a day; null before the first. */
export const fertilityRuleOn = (day: string, rules = fertilityRules): FertilityRule | null =>
  rules.findLast((one) => one.from <= day) ?? null;

/** The last day on which a registration of `day` counts. */
export function validUntil(rule: FertilityRule, day: string): string {
  const [year = 0, rest] = [Number(day.slice(0, 4)) + rule.validYears, day.slice(4)];
  const last = new Date(`${year}${rest}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
}

export type Declaration = { childOrder: number; married?: boolean | null | undefined };

/** Whether a rule takes a declaration; else the name of what it asks. */
export function judgeDeclaration(rule: FertilityRule, { childOrder, married }: Declaration): string | null {
  if (rule.asksMarriage && married !== true) return 'fertility-marriage';
  return rule.childrenMost !== null && childOrder > rule.childrenMost ? 'fertility-children' : null;
}

/** When couples are checked and asked again. */
export type CheckRule = {
  from: string;
  source: string;
  /** A check speaks for a pregnancy that begins within so many months of it. */
  monthsBefore: number;
  /** Days after the check when a couple is first asked, and then again while there is no pregnancy. */
  askAfterDays: number;
  /** The early follow-up is in time up to this day of pregnancy (12 weeks). */
  earlyUntilDay: number;
  /** Days after a birth, and after a loss, within which the outcome is asked. */
  outcomeDays: number;
  lossDays: number;
};

/** Months and the two follow-ups: domain.md §3.6. The intervals between them are our proposal (2026). */
export const checkRules: readonly CheckRule[] = [
  {
    from: '2013-01-01',
    source: '国家免费孕前优生健康检查项目（19项）',
    monthsBefore: 6,
    askAfterDays: 90,
    earlyUntilDay: 84,
    outcomeDays: 42,
    lossDays: 14,
  },
];

export const checkRuleOn = (day: string, rules = checkRules): CheckRule | null =>
  rules.findLast((one) => one.from <= day) ?? null;

/** What townships are asked to reach, in percent (domain.md §3.6; one province's targets). */
export const planningTargets = { coverage: 90, early: 80, outcome: 55 } as const;
