import { describe, expect, it } from 'vitest';
import { createSealing } from '../kernel/sealing.ts';
import { aheadOf, isLine, isOpen, openPass, placeOf, sealPass, turnAt, withPass } from './rules.ts';

const { hash } = createSealing('s'.repeat(32));
const releaseAt = new Date('2026-05-01T08:00:00+08:00');
const later = (seconds: number) => new Date(releaseAt.getTime() + seconds * 1000);
const early = (residentId: string) => ({ releaseAt, residentId, number: 0 });

describe('a pass', () => {
  const pass = { releaseAt, residentId: 'r1', number: 7 };
  const sealed = sealPass(hash, pass);

  it('opens for its person and release', () => expect(openPass(hash, sealed, pass)).toEqual(pass));
  it.each([
    ['another person', sealed, { releaseAt, residentId: 'r2' }],
    ['another release', sealed, { releaseAt: later(60), residentId: 'r1' }],
    ['a better number', sealed.replace('.7.', '.1.'), { releaseAt, residentId: 'r1' }],
    ['a claim to have come before', sealed.replace('.7.', '.0.'), { releaseAt, residentId: 'r1' }],
    ['nothing', null, { releaseAt, residentId: 'r1' }],
    ['nonsense', `${sealed}x`, { releaseAt, residentId: 'r1' }],
  ])('opens not for %s', (_what, text, whose) => expect(openPass(hash, text, whose)).toBeNull());

  it('is found among those of the last three releases', () => {
    const others = [1, 2, 3].map((i) => sealPass(hash, { ...pass, releaseAt: later(i * 60) }));
    const kept = others.slice(0, 2).reduce(withPass, sealed);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(openPass(hash, kept, pass)).toEqual(pass);
    expect(openPass(hash, others.reduce(withPass, sealed), pass)).toBeNull();
  });

  it('of another secret is none', () => {
    const other = createSealing('o'.repeat(32));
    expect(openPass(hash, sealPass(other.hash, pass), pass)).toBeNull();
  });
});

describe('the order', () => {
  it('of those who came before is even over all places and independent of when they came', () => {
    const line = { before: 1000, after: 0 };
    const tenths = Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i += 1) {
      const place = placeOf(hash, early(`resident ${i}`), line);
      expect(place).toBeGreaterThanOrEqual(1);
      expect(place).toBeLessThanOrEqual(1000);
      tenths[Math.floor((place - 1) / 100)] = (tenths[Math.floor((place - 1) / 100)] ?? 0) + 1;
    }
    const chiSquare = tenths.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(27.9); // p = .001 with nine degrees of freedom; the secret is fixed
    const places = [0, 1, 2, 3].map((i) => placeOf(hash, early(`resident ${i}`), line));
    expect(places).not.toEqual([...places].sort((a, b) => a - b));
  });

  it('is another one at another release', () => {
    const places = (at: Date) =>
      [1, 2, 3, 4, 5].map((i) =>
        placeOf(hash, { ...early(`resident ${i}`), releaseAt: at }, { before: 1e6, after: 0 }),
      );
    expect(places(releaseAt)).not.toEqual(places(later(600)));
  });

  it('behind them is first come, first served', () => {
    const line = { before: 1000, after: 3 };
    expect([1, 2, 3].map((number) => placeOf(hash, { ...early('r'), number }, line))).toEqual([1001, 1002, 1003]);
  });
});

describe('turns', () => {
  it('come at the release for as many as the site bears, then so many a second', () => {
    expect(turnAt(1, releaseAt, 60)).toEqual(releaseAt);
    expect(turnAt(300, releaseAt, 60)).toEqual(releaseAt);
    expect(turnAt(360, releaseAt, 60)).toEqual(later(1));
    expect(turnAt(20_000, releaseAt, 60).getTime()).toBeGreaterThan(later(328).getTime());
  });

  it.each([
    [1000, 0, 699],
    [1000, 5, 399],
    [1000, 5.009, 399],
    [1000, 11.6, 3],
    [1000, 20, 0],
    [1, 0, 0],
  ])('of place %d, %d seconds after the release, have %d before', (place, seconds, ahead) =>
    expect(aheadOf(place, releaseAt, later(seconds), 60)).toBe(ahead),
  );

  it.each([
    ['few people', { before: 300, after: 0 }, 0, false],
    ['more than may go on at once', { before: 301, after: 0 }, 0, true],
    ['all of them had their turn', { before: 900, after: 0 }, 10, false],
    ['some still wait', { before: 900, after: 60 }, 10.5, true],
  ])('are needed or not: %s', (_what, line, seconds, expected) =>
    expect(isLine(line, releaseAt, later(seconds), 60)).toBe(expected),
  );

  it.each([
    [-901, false],
    [-900, true],
    [0, true],
    [1799, true],
    [1800, false],
  ])('%d seconds after the release the line is open: %s', (seconds, expected) =>
    expect(isOpen(releaseAt, later(seconds))).toBe(expected),
  );
});
