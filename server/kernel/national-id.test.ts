import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idCheckCharacter, maskIdNumber, maskName, readIdNumber } from './national-id.ts';

const today = '2026-11-23';
const whole = (first17: string) => first17 + idCheckCharacter(first17);

describe('reading an ID number (GB 11643)', () => {
  it('takes the worked example of the standard', () => {
    expect(readIdNumber('11010519491231002X', today)).toEqual({
      ok: true,
      idNumber: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
    });
    expect(readIdNumber('440524 18800101 0014', '2026-01-01')).toEqual({ ok: false, fault: 'birth-date' });
  });

  it.each([
    ['1101051949123100', 'length'],
    ['110105194912310O2X', 'characters'],
    ['110105194913310022', 'birth-date'],
    [whole('11010519490230002'), 'birth-date'],
    [whole('11010520300101002'), 'birth-date'],
    ['110105194912310021', 'check-digit'],
  ])('%s has a fault in its %s', (typed, fault) => {
    expect(readIdNumber(typed, today)).toEqual({ ok: false, fault });
  });

  it('notices every single wrong digit and every swap of neighbours', () => {
    const first17 = '51990119850607123';
    const good = whole(first17);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = good.slice(0, at) + ((Number(good[at]) + by) % 10) + good.slice(at + 1);
        expect(readIdNumber(wrong, today).ok).toBe(false);
      }),
    );
    for (let at = 0; at < 16; at += 1) {
      if (good[at] === good[at + 1]) continue;
      const swapped = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2);
      expect(readIdNumber(swapped, today).ok).toBe(false);
    }
  });
});

it('masks what others may see', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X');
  expect([maskName('张三'), maskName('欧阳小丰'), maskName('李')]).toEqual(['张*', '欧**丰', '李*']);
});
