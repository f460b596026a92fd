import { describe, expect, it } from 'vitest';
import { defaultRules } from '../schedules/rules.ts';
import { paceOf, waitRange } from './pace.ts';
import { canTurn, isLate, noStanding, orderTurns, selfCheckInRefusal, standings, type Turn } from './rules.ts';

const at = (time: string) => new Date(`2026-12-01T${time}:00+08:00`);
const turn = (ticketNumber: number, more: Partial<Turn> = {}): Turn => ({
  ...{ ...noStanding, windowStart: at('09:00'), arrivedAt: at('08:50'), ticketNumber, dueCall: null },
  ...more,
});
const numbers = (turns: Turn[], calls = 0) => orderTurns(turns, calls).map((t) => t.ticketNumber);

describe('the order of a line', () => {
  it.each([
    [
      'by window, then arrival',
      [turn(3, { windowStart: at('09:30') }), turn(2), turn(1, { arrivedAt: at('08:55') })],
      [2, 1, 3],
    ],
    [
      'an emergency first, the most urgent before others',
      [turn(1), turn(2, standings['emergency-3']), turn(3, standings['emergency-1'])],
      [3, 2, 1],
    ],
    [
      'an elder first in the own window only',
      [
        turn(1),
        turn(2, { ...standings.elder, windowStart: at('09:30') }),
        turn(3, { windowStart: at('09:30') }),
        turn(4, standings.elder),
      ],
      [4, 1, 2, 3],
    ],
    ['late after two others, and then next', [turn(1, { dueCall: 2 }), turn(2), turn(3), turn(4)], [2, 3, 1, 4]],
    ['who is not due yet fills an empty line', [turn(1, { dueCall: 9 })], [1]],
  ])('%s', (_name, turns, order) => expect(numbers(turns)).toEqual(order));

  it('counts calls that happened', () => {
    const turns = [turn(1, { dueCall: 7 }), turn(2), turn(3)];
    expect(numbers(turns, 7)).toEqual([1, 2, 3]);
    expect(numbers(turns, 6)).toEqual([2, 1, 3]);
  });
});

describe('times of checking in', () => {
  const times = { date: '2026-12-01', windowStart: at('09:00'), windowEnd: at('09:30'), sessionEndsAt: at('12:00') };
  it.each([
    ['07:59', { rule: 'check-in-early', nextAt: at('08:00') }],
    ['08:00', null],
    ['11:59', null],
    ['12:00', { rule: 'session-over' }],
  ])('alone at %s', (time, refusal) => expect(selfCheckInRefusal(times, at(time), defaultRules)).toEqual(refusal));

  it('is late once the grace after the window is over', () => {
    expect(isLate(times, at('09:45'), defaultRules)).toBe(false);
    expect(isLate(times, at('09:46'), defaultRules)).toBe(true);
  });
});

it('does not let a finished turn begin again', () => {
  expect(canTurn('done', 'waiting')).toBe(false);
  expect(canTurn('moved', 'called')).toBe(false);
  expect(canTurn('missed', 'waiting')).toBe(true);
});

describe('the expected wait', () => {
  it('is what was planned until visits were seen, then what they took', () => {
    expect(paceOf(600, []).mean).toBe(600);
    expect(paceOf(600, [300, 300, 300]).mean).toBe(450);
    expect(
      paceOf(
        600,
        Array.from({ length: 30 }, () => 300),
      ).mean,
    ).toBeLessThan(330);
  });

  it('is a range that grows with the people ahead and shrinks with the rooms', () => {
    const pace = paceOf(600, []);
    const [near, far, shared] = [waitRange(1, pace, 1), waitRange(8, pace, 1), waitRange(8, pace, 2)];
    for (const wait of [near, far, shared]) expect(wait.to).toBeGreaterThan(wait.from);
    expect(far.from).toBeGreaterThan(near.from);
    expect(shared.to).toBeLessThan(far.to);
    expect(waitRange(0, pace, 1, 40).from).toBeGreaterThanOrEqual(40);
  });
});
