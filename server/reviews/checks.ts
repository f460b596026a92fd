import { findingRules } from './rules.ts';
import type { FindingRule, Severity } from './schema/words.ts';
import type { Sheet, SheetLine } from './schema.ts';

export type Found = { rule: FindingRule; severity: Severity; line: number | null; detail: string };

const icd = /^[A-Z]\d{2}(\.[0-9A-Za-z]{1,7})?[+*]?$/;
const icdSystem = /icd-?10/i;
/** Of one kind so many are told one by one: the rest would say the same. */
const mostOfARule = 5;

type Rules = { lateDays: number };

/**
 * What a sheet shows to be wrong by rules alone: what is missing, what came late, what nobody else can read. Findings
 * are proposals; people decide.
 */
export function check(sheet: Sheet, rules: Rules): Found[] {
  const counts = new Map<FindingRule, number>();
  return checkAll(sheet, rules).filter(({ rule }) => {
    const n = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, n);
    return n <= mostOfARule;
  });
}

/** The same, however many there are of a kind: for what a hospital has mended. */
export function checkAll(sheet: Sheet, { lateDays }: Rules): Found[] {
  const whole = sheet.kind === 'report' || sheet.kind === 'document' ? [] : checkVisit(sheet);
  const lines = [
    ...sheet.lines.flatMap((line, i) => checkLine(line).map((one) => ({ ...one, line: i }))),
    ...latest(sheet.lines, lateDays),
  ];
  const all = [...whole.map((rule) => ({ rule, line: null, detail: '' })), ...lines];
  return all.map((one) => ({ ...one, severity: findingRules[one.rule].severity }));
}

function checkVisit({ kind, department, ended, lines }: Sheet): FindingRule[] {
  const has = (type: string) => lines.some((line) => line.type === type);
  return [
    // a return visit may name its diagnosis as the reason it was for
    ...(has('Condition') || (lines[0]?.kept ?? 0) > 0 ? [] : (['no-diagnosis'] as const)),
    ...(department ? [] : (['no-department'] as const)),
    ...(ended === false ? (['no-end'] as const) : []),
    ...(kind === 'inpatient' && ended && !has('DocumentReference') ? (['no-summary'] as const) : []),
  ];
}

type LineFound = { rule: FindingRule; detail: string };

/** A visit is late once, by its line that came last. */
function latest(lines: readonly SheetLine[], lateDays: number): (LineFound & { line: number })[] {
  const arrivals = lines.map((line) => line.arrival ?? 0);
  const most = Math.max(0, ...arrivals);
  return most > lateDays ? [{ ...found('late', String(most)), line: arrivals.indexOf(most) }] : [];
}

function checkLine(line: SheetLine): LineFound[] {
  const unitless = line.readings.find((one) => /^[<>]?=?\s*\d/.test(one.value) && !one.unit);
  const [system = '', code = ''] = split(line.code);
  return [
    ...(line.type === 'DiagnosticReport' && line.parts === 0 && line.kept === 0 ? [found('no-results')] : []),
    ...(line.type === 'DocumentReference' && line.parts === 0 ? [found('no-content')] : []),
    ...(line.type === 'Observation' && unitless ? [found('no-unit', unitless.title)] : []),
    ...(line.gap ? [found('unmapped', line.title)] : []),
    ...(icdSystem.test(system) && !icd.test(code) ? [found('code-form', code)] : []),
    ...line.findings.map((one) => found('badly-written', one.slice(0, 200))),
  ];
}

const found = (rule: FindingRule, detail = ''): LineFound => ({ rule, detail });
const split = (coding: string): string[] => {
  const bar = coding.lastIndexOf('|');
  return bar < 0 ? ['', coding] : [coding.slice(0, bar), coding.slice(bar + 1)];
};
