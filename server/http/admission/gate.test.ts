import { expect, it } from 'vitest';
import { AdaptiveLimit } from './adaptive-limit.ts';
import { Gate } from './gate.ts';

type Kind = 'urgent' | 'other';
const shares = {
  urgent: { reserved: 0.5, most: 0.8, queue: 20 },
  other: { reserved: 0.2, most: 0.6, queue: 5 },
};

/** A gate of ten places with a clock of the test, and what became of each request. */
function openGate() {
  const told: string[] = [];
  const state = { now: 0, limit: 10 };
  const gate = new Gate<Kind>(
    shares,
    () => state.limit,
    1000,
    () => state.now,
  );
  let count = 0;
  const enter = (kind: Kind) => {
    count += 1;
    const name = `${kind} ${count}`;
    return gate.enter(kind, { start: () => told.push(name), refuse: () => told.push(`no ${name}`) });
  };
  const enterMany = (kind: Kind, times: number) => Array.from({ length: times }, () => enter(kind));
  return { told, state, gate, enter, enterMany };
}

it('keeps the reserved share of each kind free while another floods', () => {
  const { gate, enterMany } = openGate();
  enterMany('other', 100);
  expect(gate.count('other')).toEqual({ running: 5, waiting: 5 });
  enterMany('urgent', 5);
  expect(gate.count('urgent').running).toBe(5);
});

it('lets the more urgent kind flood and still works on the rest', () => {
  const { gate, enterMany } = openGate();
  enterMany('urgent', 100);
  expect(gate.count('urgent').running).toBe(8);
  enterMany('other', 3);
  expect(gate.count('other')).toEqual({ running: 2, waiting: 1 });
});

it('gives a place that gets free to the urgent kind first, in order of arrival', () => {
  const { told, enterMany } = openGate();
  const [first] = enterMany('urgent', 8);
  enterMany('other', 3);
  enterMany('urgent', 2);
  told.length = 0;
  first?.();
  first?.();
  expect(told).toEqual(['urgent 12']);
});

it('answers everybody: at once when the queue is full, after the longest wait otherwise', () => {
  const { told, state, gate, enterMany } = openGate();
  enterMany('other', 11);
  expect(told.filter((one) => one.startsWith('no'))).toEqual(['no other 11']);
  expect(gate.fullFor('other')).toBeGreaterThanOrEqual(1000);
  expect(gate.fullFor('urgent')).toBeNull();
  state.now = 1001;
  gate.expire();
  expect(told).toHaveLength(11);
});

it('forgets who went away while waiting, and starts nobody twice', () => {
  const { told, gate, enterMany } = openGate();
  const all = enterMany('other', 10);
  all[5]?.();
  all[0]?.();
  expect(told.slice(5)).toEqual(['other 7']);
  for (const leave of all) leave();
  expect(gate.running).toBe(0);
  enterMany('other', 1);
  expect(gate.running).toBe(1);
});

it('starts more when the limit rises again', () => {
  const { gate, state, enterMany } = openGate();
  state.limit = 2;
  enterMany('urgent', 8);
  expect(gate.running).toBe(2);
  state.limit = 10;
  gate.expire();
  expect(gate.running).toBe(8);
});

it('has a limit that falls while things run late and rises only in use', () => {
  const limit = new AdaptiveLimit({ least: 10, most: 100, lateMs: 50 });
  for (let i = 0; i < 5; i += 1) limit.observe(60, 100);
  expect(limit.value).toBe(59);
  limit.observe(0, 3);
  expect(limit.value).toBe(59);
  for (let i = 0; i < 100; i += 1) limit.observe(0, 100);
  expect(limit.value).toBe(100);
  for (let i = 0; i < 100; i += 1) limit.observe(500, 100);
  expect(limit.value).toBe(10);
});
