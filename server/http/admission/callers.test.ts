import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { addressOf } from './caller-of.ts';
import { Callers } from './callers.ts';

const allowance = { perSecond: 2, burst: 3, atOnce: 2 };

it('allows a burst, then so many a second, and says after how long', () => {
  let now = 0;
  const callers = new Callers(() => now);
  const take = () => {
    const taken = callers.take('one', allowance);
    if ('leave' in taken) taken.leave();
    return taken;
  };
  expect([take(), take(), take()].every((taken) => 'leave' in taken)).toBe(true);
  expect(take()).toEqual({ waitMs: 500 });
  now = 499;
  expect('leave' in take()).toBe(false);
  now = 500;
  expect('leave' in take()).toBe(true);
});

it('counts what is unanswered, each caller for itself', () => {
  const callers = new Callers(() => 0);
  const first = callers.take('one', allowance);
  callers.take('one', allowance);
  expect(callers.take('one', allowance)).toEqual({ waitMs: 1000 });
  expect('leave' in callers.take('two', allowance)).toBe(true);
  if ('leave' in first) {
    first.leave();
    first.leave();
  }
  expect('leave' in callers.take('one', allowance)).toBe(true);
  expect('leave' in callers.take('one', allowance)).toBe(false);
});

it('remembers a bounded number of callers', () => {
  const callers = new Callers(() => 0);
  for (let i = 0; i < 150_001; i += 1) {
    const taken = callers.take(`caller ${i}`, allowance);
    if ('leave' in taken) taken.leave();
  }
  expect(callers.size).toBeLessThanOrEqual(100_000);
});

const from = (remoteAddress: string, forwarded?: string) =>
  addressOf({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  } as unknown as IncomingMessage);

it.each([
  ['a visitor straight from outside', from('203.0.113.7'), '203.0.113.7'],
  ['what a visitor from outside invents', from('203.0.113.7', '198.51.100.1'), '203.0.113.7'],
  ['what the balancer saw last', from('10.0.0.2', '198.51.100.1, 203.0.113.7'), '203.0.113.7'],
  ['IPv4 in IPv6', from('::ffff:203.0.113.7'), '203.0.113.7'],
  ['an IPv6 household', from('2001:db8:1:2::9'), '2001:db8:1:2'],
  ['a shortened household', from('2001:db8::9'), '2001:db8:0:0'],
])('takes %s as its address', (_what, found, expected) => expect(found).toBe(expected));
