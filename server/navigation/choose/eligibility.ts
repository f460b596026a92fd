import type { ChoiceRow } from '../schema/choose.ts';

export type Person = { ageYears?: number | undefined; sex?: 'male' | 'female' | undefined };
type Verdict = ChoiceRow['eligible'];
type Limit = { code: string; rule: string; under?: number; from?: number; sex?: 'male' | 'female' };

/**
 * Whom a department sees, by the catalogue (诊疗科目名录, 卫医发〔1994〕27号: 儿科 to the 14th birthday). The
 * most specific code decides. A person whose age or sex was not told is not turned away.
 */
const limits: readonly Limit[] = [
  { code: '05', rule: 'women-only', sex: 'female' },
  { code: '06', rule: 'women-only', sex: 'female' },
  { code: '07', rule: 'children-only', under: 14 },
  { code: '07.01', rule: 'newborns-only', under: 1 },
  { code: '08', rule: 'children-only', under: 14 },
  { code: '09', rule: 'children-only', under: 14 },
  { code: '50.04', rule: 'children-only', under: 14 },
  { code: '50.03', rule: 'women-only', sex: 'female' },
  { code: '03.10', rule: 'older-only', from: 60 },
  { code: '50.12', rule: 'older-only', from: 60 },
];

const yes: Verdict = { can: true, rule: null, params: {} };

/** May this person be seen there? If not, which rule says so, so that the row is greyed and not hidden (A19). */
export function eligibilityOf(code: string, person: Person): Verdict {
  const [limit] = limits
    .filter((one) => code === one.code || code.startsWith(`${one.code}.`))
    .sort((a, b) => b.code.length - a.code.length);
  if (!limit) return yes;
  const { ageYears, sex } = person;
  if (limit.sex && sex && sex !== limit.sex) return no(limit.rule, {});
  if (limit.under !== undefined && ageYears !== undefined && ageYears >= limit.under)
    return no(limit.rule, { age: limit.under });
  if (limit.from !== undefined && ageYears !== undefined && ageYears < limit.from)
    return no(limit.rule, { age: limit.from });
  return yes;
}

const no = (rule: string, params: Verdict['params']): Verdict => ({ can: false, rule, params });
