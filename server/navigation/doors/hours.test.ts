import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '#db/schema/navigation/services.ts';
import { isStale, openStateAt } from './hours.ts';

/** 2026-11-25 is a Wednesday; local times of the region. */
const at = (time: string, day = '2026-11-25') => new Date(`${day}T${time}:00+08:00`);
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hours = (from: string, to: string, days = everyDay): OpeningHours => [{ days, from, to }];

describe('open at this moment', () => {
  it.each([
    ['within the hours', hours('08:00', '20:00'), at('08:00'), true, at('20:00')],
    ['at the closing minute', hours('08:00', '20:00'), at('20:00'), false, at('08:00', '2026-11-26')],
    ['in the evening of a night', hours('18:00', '08:00'), at('23:30'), true, at('08:00', '2026-11-26')],
    ['in the morning of last night', hours('18:00', '08:00'), at('07:59'), true, at('08:00')],
    ['between two nights', hours('18:00', '08:00'), at('12:00'), false, at('18:00')],
    ['on a day that is not listed', hours('08:00', '12:00', [1]), at('09:00'), false, at('08:00', '2026-11-30')],
    [
      'after Sunday’s night on Monday',
      hours('18:00', '08:00', [7]),
      at('03:00', '2026-11-30'),
      true,
      at('08:00', '2026-11-30'),
    ],
  ])('%s', (_case, when, now, open, changesAt) => {
    expect(openStateAt(when, now)).toEqual({ open, always: false, changesAt });
  });
  it('never changes when it is open round the clock, in one piece or in two', () => {
    const always = { open: true, always: true, changesAt: null };
    expect(openStateAt(hours('00:00', '24:00'), at('03:00'))).toEqual(always);
    const halves = [...hours('08:00', '20:00'), ...hours('20:00', '08:00')];
    expect(openStateAt(halves, at('20:00'))).toEqual(always);
  });
});

it('is stale once nobody has looked at it for 180 days', () => {
  expect(isStale('2026-05-29', '2026-11-25')).toBe(false);
  expect(isStale('2026-05-28', '2026-11-25')).toBe(true);
});
