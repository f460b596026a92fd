import { describe, expect, it } from 'vitest';
import type { QueuePlace } from '../../schema/itinerary.ts';
import { draftMap } from '../draft/draft-map.ts';
import { canGuide, entranceOf, itineraryOf, type StoredStep, type Surroundings } from './itinerary-rules.ts';

const drawn = draftMap({ id: 'X1', level: 2, provincial: false, lon: null, lat: null }, [
  { id: 'X1:03.04', name: '心血管内科', catalogCode: '03.04', place: '门诊楼3层A区' },
]);
const map = { places: drawn.places, ways: drawn.ways.map((way, i) => ({ ...way, id: String(i) })) };
const around: Surroundings = { map, preparations: [], queue: null, stepFree: false };
const booked = { status: 'booked', departmentId: 'X1:03.04' };
const step = (id: string, said: Partial<StoredStep>): StoredStep => ({
  ...{ id, kind: 'test', test: '', label: '', state: 'todo', settledAt: null, placeId: null },
  ...said,
});
const day = [
  step('a', { kind: 'check-in' }),
  step('b', { kind: 'doctor' }),
  step('c', { test: 'blood-fasting' }),
  step('d', { kind: 'return' }),
  step('e', { kind: 'pay' }),
  step('f', { kind: 'pharmacy' }),
  step('g', { kind: 'other', label: '住院登记' }),
];
const queue = (state: string): QueuePlace => ({ state, ahead: null, minutes: null, room: null, asOf: new Date(0) });

describe('an itinerary', () => {
  it('begins with the check-in desk of the floor and the doctor’s room, before anybody added to it', () => {
    const steps = itineraryOf(booked, [], around);
    expect(steps.map((s) => [s.kind, s.place?.id, s.state, s.next])).toEqual([
      ['check-in', 'C3', 'todo', true],
      ['doctor', 'R03.04', 'todo', false],
    ]);
    expect(steps[0]).toMatchObject({ fromId: 'E1', wayMinutes: 3 });
    expect(steps[1]).toMatchObject({ fromId: 'C3', wayMinutes: 1 });
  });

  it('leads from each step to the next, past steps that have no place', () => {
    const places = itineraryOf(booked, day, around).map((s) => [s.place?.id ?? null, s.fromId]);
    expect(places).toEqual([
      ['C3', 'E1'],
      ['R03.04', 'C3'],
      ['LAB', 'R03.04'],
      ['R03.04', 'LAB'],
      ['PAY', 'R03.04'],
      ['PHA', 'PAY'],
      [null, null],
    ]);
  });

  it('says before a test what is to be done, in the facility’s words where it has any', () => {
    const of = (preparations: Surroundings['preparations']) =>
      itineraryOf(booked, day, { ...around, preparations }).find((s) => s.id === 'c')?.preparation?.fastingHours;
    expect(of([])).toBe(8);
    const own = {
      departmentId: '',
      numberType: '' as const,
      documents: null,
      documentsEn: null,
      note: null,
      noteEn: null,
    };
    const more = { earlyMinutes: null, oldResults: null, companion: null };
    expect(of([{ ...own, ...more, test: 'blood-fasting', fastingHours: 12 }])).toBe(12);
  });

  it.each([
    ['checked in', { ...booked, status: 'arrived' }, null, ['done', 'todo', 'todo'], 'b'],
    ['sent for tests', { ...booked, status: 'arrived' }, queue('away'), ['done', 'done', 'todo'], 'c'],
    ['waiting', { ...booked, status: 'arrived' }, queue('waiting'), ['done', 'todo', 'todo'], 'b'],
    ['seen', { ...booked, status: 'fulfilled' }, null, ['done', 'done', 'todo'], 'c'],
    ['not here', booked, null, ['todo', 'todo', 'todo'], 'a'],
  ])('of somebody %s shows what comes next', (_, visit, line, states, next) => {
    const steps = itineraryOf(visit, day, { ...around, queue: line });
    expect(steps.slice(0, 3).map((s) => s.state)).toEqual(states);
    expect(steps.filter((s) => s.next).map((s) => s.id)).toEqual([next]);
  });

  it('goes on after what was ticked or left out, and keeps to a place that was set', () => {
    const ticked = day.map((s) => (s.id === 'b' ? { ...s, state: 'done' as const } : s));
    const skipped = ticked.map((s) => (s.id === 'c' ? { ...s, state: 'skipped' as const, placeId: 'IMG' } : s));
    const steps = itineraryOf({ ...booked, status: 'arrived' }, skipped, around);
    expect(steps.find((s) => s.next)?.id).toBe('d');
    expect(steps.find((s) => s.id === 'c')?.place?.id).toBe('IMG');
  });

  it('stands without a map, only the places are missing', () => {
    const steps = itineraryOf(booked, day, { ...around, map: { places: [], ways: [] } });
    expect(steps).toHaveLength(7);
    expect(steps.every((s) => s.place === null && s.wayMinutes === null)).toBe(true);
    expect(entranceOf({ places: [], ways: [] }, null)).toBeNull();
  });
});

describe('staff guide a visit', () => {
  const today = '2026-05-01';
  it.each([
    [{ status: 'booked', date: today }, null],
    [{ status: 'fulfilled', date: today }, null],
    [{ status: 'booked', date: '2026-05-02' }, 'not-today'],
    [{ status: 'arrived', date: '2026-04-30' }, 'not-today'],
    [{ status: 'held', date: today }, 'still-held'],
    [{ status: 'cancelled', date: today }, 'already-cancelled'],
  ])('%o', (visit, rule) => expect(canGuide(visit, today)).toEqual({ can: rule === null, rule }));
});
