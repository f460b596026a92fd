import { describe, expect, it } from 'vitest';
import type { PlaceRow, WayRow } from '../../schema/places.ts';
import { checkPlaces } from '../check-places.ts';
import { findRoute } from '../route.ts';
import { draftMap, readSpot } from './draft-map.ts';

const today = '2026-05-01';
const county = { id: 'X1', level: 2, provincial: false, lon: 104.1, lat: 30.6 };
const departments = [
  { id: 'X1:03.04', name: '心血管内科', catalogCode: '03.04', place: '门诊楼4层C区' },
  { id: 'X1:07', name: '儿科', catalogCode: '07', place: '门诊楼1层A区' },
  { id: 'X1:99', name: '特色门诊', catalogCode: '99', place: '' },
];
const rowsOf = (map: ReturnType<typeof draftMap>) => ({
  places: map.places.map(
    (place): PlaceRow => ({ ...place, owner: '', reviewBy: '2026-11-01', sample: false, updatedAt: new Date(0) }),
  ),
  ways: map.ways.map((way, i): WayRow => ({ ...way, id: String(i) })),
  departments,
});

describe.each([
  ['a county hospital', county],
  ['a large hospital', { ...county, level: 3, provincial: true }],
])('the first map of %s', (_, facility) => {
  const map = draftMap(facility, departments);
  const book = rowsOf(map);

  it('leaves nothing to find but the names that nobody has put into English', () => {
    expect(checkPlaces(book, today)).toEqual([{ rule: 'no-english', grave: false, names: ['特色门诊'] }]);
  });
  it('leads from the main entrance to the heart clinic, by lift where asked', () => {
    const route = findRoute(book, 'E1', 'R03.04', true);
    expect(route?.steps.map((step) => step.to.id)).toEqual(['G1', 'L1', 'L4', 'C4', 'Z4C', 'R03.04']);
    expect(route).toMatchObject({ stepFree: true });
    expect(route?.steps.at(-1)?.text.zh).toContain('心血管内科');
  });
  it('has a fitting place for each service', () => {
    const kinds = new Set(map.places.map((place) => place.kind));
    for (const kind of ['entrance', 'lift', 'check-in', 'cashier', 'pharmacy', 'laboratory', 'ecg', 'toilet'] as const)
      expect(kinds).toContain(kind);
  });
  it('repeats no place and no way, and its ids fit on a sticker', () => {
    const ends = map.ways.map((way) => `${way.fromId} ${way.toId} ${way.mode}`);
    expect(new Set(ends).size).toBe(ends.length);
    for (const { id } of map.places) expect(id).toMatch(/^[A-Za-z0-9.-]{1,16}$/);
    expect(new Set(map.places.map((place) => place.id)).size).toBe(map.places.length);
  });
});

describe('where a department says it is', () => {
  it.each([
    ['门诊楼3层A区', { building: '门诊楼', floor: 3, zone: 'A' }],
    ['2号楼 5楼B区 512 室', { building: '2号楼', floor: 5, zone: 'B' }],
    ['4层', { building: '门诊楼', floor: 4, zone: 'A' }],
    ['', { building: '门诊楼', floor: 1, zone: 'A' }],
  ])('%s', (place, spot) => expect(readSpot(place)).toEqual(spot));
});

describe('the check', () => {
  const book = rowsOf(draftMap(county, departments));
  const found = (change: Partial<typeof book>, on = today) =>
    Object.fromEntries(checkPlaces({ ...book, ...change }, on).map(({ rule, names }) => [rule, names]));

  it('names an empty map, and one without a way in', () => {
    expect(found({ places: [], ways: [] })).toEqual({ 'no-places': [] });
    const inside = book.places.filter((place) => place.kind !== 'entrance');
    expect(found({ places: inside })).toHaveProperty('no-entrance');
    expect(found({ places: inside })).not.toHaveProperty('unreachable');
  });
  it('names rooms that no way leads to', () => {
    const ways = book.ways.filter((way) => way.toId !== 'R07');
    expect(found({ ways })).toMatchObject({ unreachable: ['儿科'] });
  });
  it('names floors without a lift', () => {
    const ways = book.ways.filter((way) => way.mode !== 'lift');
    expect(found({ ways })['not-step-free']).toContain('心血管内科');
    expect(found({ ways })).not.toHaveProperty('unreachable');
  });
  it('names departments without a room, doors without a position, and what is due for a look', () => {
    const places = book.places.map((place) =>
      place.kind === 'entrance' ? { ...place, lon: null, lat: null } : { ...place, departmentId: null },
    );
    expect(found({ places })).toMatchObject({
      'department-without-room': departments.map((department) => department.name),
      'entrance-position': ['门诊楼正门', '东侧门（公交站）'],
    });
    expect(found({}, '2026-11-02').overdue).toHaveLength(book.places.length);
    expect(found({}, '2026-11-01')).not.toHaveProperty('overdue');
  });
});
