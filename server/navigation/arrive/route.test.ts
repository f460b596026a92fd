import { describe, expect, it } from 'vitest';
import type { PlaceView, WayMode, WayRow } from '../schema/places.ts';
import { findRoute, minutesOf, nearest, type PlaceMap, reachable } from './route.ts';

const place = (id: string, floor = 1): PlaceView => ({
  ...{ id, kind: 'landmark', building: { zh: '门诊楼', en: '' }, floor, name: { zh: id, en: '' } },
  ...{ departmentId: null, lon: null, lat: null },
});
let n = 0;
const way = (fromId: string, toId: string, mode: WayMode, seconds: number, oneWay = false): WayRow => ({
  ...{ id: String(++n), fromId, toId, mode, seconds, oneWay },
  there: { zh: `${fromId}→${toId}`, en: '' },
  back: { zh: `${toId}→${fromId}`, en: '' },
});

/** Gate – hall – lift/stairs/escalator – second floor – room; the annex can be left but not entered on foot. */
const map: PlaceMap = {
  places: [place('gate'), place('hall'), place('up', 2), place('room', 2), place('annex'), place('attic', 3)],
  ways: [
    way('gate', 'hall', 'walk', 40),
    way('hall', 'up', 'lift', 70),
    way('hall', 'up', 'stairs', 35),
    way('up', 'room', 'walk', 20),
    way('annex', 'hall', 'walk', 10, true),
    way('up', 'attic', 'stairs', 30),
  ],
};
const said = (from: string, to: string, stepFree = false) =>
  findRoute(map, from, to, stepFree)?.steps.map((step) => `${step.mode} ${step.text.zh}`);

describe('a way', () => {
  it('is the quickest, leg by leg, with the words of its direction', () => {
    expect(said('gate', 'room')).toEqual(['walk gate→hall', 'stairs hall→up', 'walk up→room']);
    expect(said('room', 'gate')).toEqual(['walk room→up', 'stairs up→hall', 'walk hall→gate']);
    expect(findRoute(map, 'gate', 'room', false)).toMatchObject({ seconds: 95, stepFree: false });
  });
  it('has no steps when asked for, even where that takes longer', () => {
    expect(said('gate', 'room', true)).toEqual(['walk gate→hall', 'lift hall→up', 'walk up→room']);
    expect(findRoute(map, 'gate', 'room', true)).toMatchObject({ seconds: 130, stepFree: true });
  });
  it('says that it has steps where there is no other', () => {
    expect(findRoute(map, 'gate', 'attic', true)).toMatchObject({ stepFree: false, seconds: 105 });
  });
  it('keeps to one-way doors', () => {
    expect(said('annex', 'gate')).toEqual(['walk annex→hall', 'walk hall→gate']);
    expect(findRoute(map, 'gate', 'annex', false)).toBeNull();
  });
  it('of no length is empty, and to nowhere is none', () => {
    expect(findRoute(map, 'hall', 'hall', false)).toMatchObject({ steps: [], seconds: 0 });
    expect(findRoute(map, 'hall', 'moon', false)).toBeNull();
  });
  it('is never told in too few minutes', () => {
    expect([0, 59, 60, 61, 95].map(minutesOf)).toEqual([1, 1, 1, 2, 2]);
  });
});

describe('what can be reached', () => {
  it('counts ways back, and leaves out steps when asked', () => {
    expect([...reachable(map, ['room'])].sort()).toEqual(['attic', 'gate', 'hall', 'room', 'up']);
    expect(reachable(map, ['gate'], true).has('attic')).toBe(false);
  });
  it('gives the nearest of several', () => {
    expect(nearest(map, 'gate', [place('room', 2), place('hall')])?.id).toBe('hall');
    expect(nearest(map, null, [place('room', 2), place('hall')])?.id).toBe('room');
    expect(nearest(map, 'gate', [])).toBeNull();
  });
});
