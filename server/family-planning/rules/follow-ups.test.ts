import { describe, expect, it } from 'vitest';
import { checkRules } from '../eligibility/fertility.ts';
import { exitMethods } from '../schema/methods.ts';
import { afterAnswer, afterGrade, afterService, mayGiveUp, type Next } from './follow-ups.ts';

const rule = checkRules[0] as (typeof checkRules)[number];
const today = '2026-11-24';
type Answer = Parameters<typeof afterAnswer>[0];
const next = (kind: Answer['kind'], outcome: Answer['outcome'], eventOn: string | null = null) =>
  afterAnswer({ kind, outcome, eventOn }, today, rule);
const due = (answer: Next | { rule: string }) => ('rule' in answer ? answer.rule : answer.due);

describe('what an answer leads to', () => {
  it('asks for the pregnancy in the last month of the wait, and again while there is none', () => {
    expect(afterGrade(today, rule)).toEqual({ kind: 'early', dueFrom: '2027-01-23', dueOn: '2027-02-22' });
    expect(due(next('early', 'not-yet'))).toEqual(afterGrade(today, rule));
  });

  it('asks for the outcome within 42 days of the birth expected from the last period', () => {
    expect(due(next('early', 'pregnant', '2026-10-01'))).toEqual({
      ...{ kind: 'outcome', dueFrom: '2027-07-08', dueOn: '2027-08-19' },
    });
  });

  it('talks about contraception by day 42 of a birth; late news is due at once', () => {
    expect(next('outcome', 'live-birth', '2026-11-20')).toEqual({
      ...{ due: { kind: 'postpartum', dueFrom: today, dueOn: '2027-01-01' }, closes: 'birth' },
    });
    expect(due(next('outcome', 'live-birth', '2026-01-01'))).toMatchObject({ dueFrom: today, dueOn: today });
  });

  it.each(['miscarriage', 'ended', 'stillbirth', 'ectopic'] as const)(
    'cares after %s, and ends the check',
    (outcome) => {
      expect(next('outcome', outcome, today)).toMatchObject({
        due: { kind: 'after-loss', dueOn: '2026-12-08' },
        closes: 'loss',
      });
    },
  );

  it.each([
    ['early', 'live-birth', today, 'planning-outcome'],
    ['outcome', 'content', null, 'planning-outcome'],
    ['early', 'pregnant', null, 'planning-day-needed'],
    ['outcome', 'live-birth', '2026-11-25', 'planning-day-ahead'],
    ['early', 'pregnant', '2026-01-01', 'planning-day-long-ago'],
    ['outcome', 'live-birth', '2024-01-01', 'planning-day-long-ago'],
  ] as const)('%s, %s on %s: %s', (kind, outcome, day, refusal) => {
    expect(due(next(kind, outcome, day))).toBe(refusal);
  });

  it('sets the next visit by the method, none where nothing was begun', () => {
    expect(afterService(today, 'none')).toBeNull();
    expect(afterService(today, 'condom')).toEqual({ kind: 'method', dueFrom: '2027-02-15', dueOn: '2027-02-22' });
    for (const method of exitMethods) if (method !== 'none') expect(afterService(today, method)?.dueOn).toMatch(/^20/);
    expect([due(next('method', 'stopped')), due(next('method', 'side-effects'))]).toEqual([
      null,
      { kind: 'method', dueFrom: today, dueOn: '2026-12-08' },
    ]);
  });

  it('gives nobody up before three attempts', () => {
    expect([0, 2, 3].map(mayGiveUp)).toEqual([false, false, true]);
  });
});
