import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Forecourt } from './forecourt.ts';

/** A forecourt and people who come to it; `told` says who was answered there, `started` who went on, in order. */
function house() {
  const forecourt = new Forecourt();
  const [told, started]: [number[], number[]] = [[], []];
  const open = new Map<number, EventEmitter & { closed: boolean }>();
  const isSure = new Set<number>();
  const come = (...numbers: number[]) => {
    for (const n of numbers) {
      const res = Object.assign(new EventEmitter(), { closed: false });
      open.set(n, res);
      forecourt.enter({
        res: res as unknown as ServerResponse,
        answered: async () => isSure.has(n) && told.push(n) > 0,
        go: () => void started.push(n),
      });
    }
  };
  const leave = async (...numbers: number[]) => {
    for (const n of numbers) {
      const res = open.get(n);
      if (!res) continue;
      res.closed = true;
      res.emit('close');
    }
    await nextTurn();
  };
  return { come, leave, told, started, isSure };
}
const upTo = (n: number, from = 0) => Array.from({ length: n - from }, (_, i) => i + from);

describe('the forecourt', () => {
  it('lets 240 go on at once, and the next in the order in which they came', async () => {
    const { come, leave, started } = house();
    come(...upTo(243));
    expect(started).toEqual(upTo(240));
    await leave(7);
    await leave(9);
    expect(started.slice(240)).toEqual([240, 241]);
  });

  it('tells those whose answer is sure by then, at no place of their own', async () => {
    const { come, leave, told, started, isSure } = house();
    come(...upTo(250));
    for (const n of upTo(248, 240)) isSure.add(n);
    await leave(0);
    expect(told).toEqual(upTo(248, 240));
    expect(started.slice(240)).toEqual([248]);
  });

  it('passes over who has gone away, and counts nobody twice', async () => {
    const { come, leave, started } = house();
    come(...upTo(244));
    await leave(240, 241);
    expect(started).toHaveLength(240);
    await leave(0, 1, 2, 3);
    expect(started.slice(240)).toEqual([242, 243]);
    come(300, 301);
    expect(started.slice(242)).toEqual([300, 301]);
    come(302);
    expect(started).toHaveLength(244);
  });

  it('holds 2,000; who comes beyond them goes on to the door', () => {
    const { come, started } = house();
    come(...upTo(2243));
    expect(started.slice(240)).toEqual([2240, 2241, 2242]);
  });
});
