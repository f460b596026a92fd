import { describe, expect, test } from 'vitest';
import { scaleOf } from './scale.ts';

const reading = (value: string, flag: 'high' | '' = '') => ({
  title: '',
  value,
  unit: '',
  low: '3.9',
  high: '6.1',
  flag,
});
const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const point = (value: string, day: number | null, flag: 'high' | '' = '') => ({
  id: `${value}-${day}`,
  at: day === null ? null : at(day),
  reading: reading(value, flag),
});

describe('the scale of a course', () => {
  test('holds every value and the normal range, oldest left', () => {
    const scale = scaleOf([point('5.0', 1), point('9.8', 11, 'high'), point('6.0', 21)]);
    expect(scale?.points.map((one) => one.x)).toEqual([0, 0.5, 1]);
    expect(scale?.points.map((one) => one.odd)).toEqual([false, true, false]);
    for (const { y } of scale?.points ?? []) expect(y > 0 && y < 1).toBe(true);
    const { from, to } = scale?.band ?? { from: 1, to: 0 };
    expect([from > 0, to < 1, from < to]).toEqual([true, true, true]);
    expect(scale?.points[0]?.y).toBeGreaterThan(from);
    expect(scale?.points[1]?.y).toBeGreaterThan(to);
  });

  test('has round ticks inside the drawing', () => {
    const ticks = scaleOf([point('5.0', 1), point('9.8', 11)])?.ticks ?? [];
    expect(ticks.map((tick) => tick.text)).toEqual(['4', '6', '8', '10']);
    for (const { y } of ticks) expect(y >= 0 && y <= 1).toBe(true);
  });

  test('stands one value in the middle, also when there is no range', () => {
    const bare = { ...point('7', 1), reading: { ...reading('7'), low: '', high: '' } };
    const scale = scaleOf([bare]);
    expect(scale).toMatchObject({ band: null, points: [{ x: 0.5, y: 0.5 }] });
    expect(scale?.ticks.length).toBeGreaterThan(1);
  });

  test('leaves words and undated values to the table', () => {
    expect(scaleOf([point('阴性', 1), point('5', null)])).toBeNull();
    expect(scaleOf([point('<0.10', 1), point('阴性', 2)])?.points.map((one) => one.text)).toEqual(['<0.10']);
  });
});
