import { expect, it } from 'vitest';
import { placePoints } from './place-points.ts';

it('keeps east to the right and north above', () => {
  const { points } = placePoints([
    { lon: 104.0, lat: 30.6 },
    { lon: 104.4, lat: 30.9 },
  ]);
  expect((points[1]?.x ?? 0) > (points[0]?.x ?? 0)).toBe(true);
  expect((points[1]?.y ?? 0) < (points[0]?.y ?? 0)).toBe(true);
});

it('leaves out places without a position and keeps the numbers of the list', () => {
  const { points } = placePoints([
    { lon: null, lat: null },
    { lon: 104, lat: 30 },
  ]);
  expect(points.map(({ at }) => at)).toEqual([1]);
  expect(placePoints([{ lon: null, lat: 30 }])).toMatchObject({ points: [], kmOfGrid: 0 });
});

it('parts places that lie on one spot, inside the drawing', () => {
  const { points, width, height } = placePoints(Array.from({ length: 20 }, () => ({ lon: 104.06, lat: 30.67 })));
  for (const [i, a] of points.entries()) {
    expect(a.x >= 0 && a.x <= width && a.y >= 0 && a.y <= height).toBe(true);
    for (const b of points.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(30);
  }
});
