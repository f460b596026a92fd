import { describe, expect, it } from 'vitest';
import { findOutline, project } from './outline.ts';
import { stepOf, stepsOf } from './scale.ts';

describe('colour classes', () => {
  it.each([
    [[], [0]],
    [[0, 0], [0]],
    [[5], [0, 5]],
    [
      [10, 20, 30, 40, 50],
      [0, 20, 30, 40, 50],
    ],
    [
      [120, 455, 3195, 99, 38, 7],
      [0, 30, 90, 120, 450],
    ],
  ])('counts %j → %j', (values, bounds) => {
    expect(stepsOf('bookings', values).map((step) => step.least)).toEqual(bounds);
  });
  it.each([
    [0, 0],
    [19.9, 0],
    [20, 1],
    [79.9, 3],
    [80, 4],
    [100, 4],
  ])('%d %% is class %i', (value, index) => {
    expect(stepOf(stepsOf('used', []), value)).toBe(index);
  });
});

describe('outlines', () => {
  it('draws every city of the province and every county of a city', async () => {
    const province = await findOutline('510000000000', 1);
    expect(province?.shapes).toHaveLength(21);
    expect(province?.shapes.every((shape) => /^M\d+ \d+(l-?\d+ -?\d+)+z/.test(shape.path))).toBe(true);
    expect((await findOutline('510100000000', 2))?.shapes.map((shape) => shape.name)).toContain('金堂县');
  });
  it('has none below a city, nor for what is no code', async () => {
    expect(await findOutline('510121000000', 3)).toBeNull();
    expect(await findOutline('../../etc/passwd', 2)).toBeNull();
    expect(await findOutline('999900000000', 2)).toBeNull();
  });
  it('keeps north up and the proportions of the middle latitude', () => {
    const square = {
      code: '1',
      name: 'a',
      cp: [100, 60] as [number, number],
      rings: [
        [
          [99, 59],
          [101, 59],
          [101, 61],
          [99, 61],
        ] as [number, number][],
      ],
    };
    const { width, height, shapes } = project([square]);
    expect(width / height).toBeCloseTo(0.5, 1);
    expect(shapes[0]?.path.startsWith(`M4 ${height - 4}`)).toBe(true);
  });
});
