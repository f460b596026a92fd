import { describe, expect, it } from 'vitest';
import { defaultRules } from '../schedules/rules.ts';
import { askingOrder, chanceOf, offerFrom, offerUntil } from './rules.ts';

const at = (day: number, time: string) => new Date(`2027-03-${day}T${time}:00+08:00`);
const morning = { date: '2027-03-17', startsAt: at(17, '09:00') };
const afternoon = { date: '2027-03-17', startsAt: at(17, '14:00') };

describe('the time to answer shrinks as the visit nears', () => {
  it.each([
    ['days before', morning, at(10, '10:00'), at(10, '12:00')],
    ['days before, late in the evening', morning, at(10, '22:00'), at(11, '07:00')],
    ['on the day before', morning, at(16, '10:00'), at(16, '10:30')],
    ['on the day', afternoon, at(17, '10:00'), at(17, '10:10')],
    ['in the night before a morning clinic', morning, at(17, '02:00'), at(17, '06:10')],
    ['never past the end of the list', morning, at(17, '07:55'), at(17, '08:00')],
  ])('%s', (_, visit, now, until) => expect(offerUntil(visit, now, defaultRules)).toEqual(until));

  it.each([
    ['by day at once', morning, at(10, '10:00'), at(10, '10:00')],
    ['at night in the morning', morning, at(10, '23:30'), at(11, '06:00')],
    ['at night at once for a visit of that morning', morning, at(16, '23:30'), at(16, '23:30')],
    ['at night in the morning for a visit of that afternoon', afternoon, at(17, '01:00'), at(17, '06:00')],
  ])('it is offered %s', (_, visit, now, from) => expect(offerFrom(visit, now)).toEqual(from));
});

describe('whom to ask', () => {
  const place = (id: string, time: string) => ({ id, joinedAt: at(10, time) });
  const [a, b, c, d] = [place('a', '09:00'), place('b', '09:00'), place('c', '10:00'), place('d', '11:00')];
  const ids = (order: { id: string }[]) => order.map((one) => one.id).join('');

  it('is the order of joining, also at the same instant', () => {
    expect(ids(askingOrder([d, b, c, a], null, () => 0))).toBe('abcd');
  });
  it('is a lot among those who joined while the number rested, after those who waited before', () => {
    expect(ids(askingOrder([d, b, c, a], at(10, '09:30'), () => 0))).toBe('abdc');
    expect(ids(askingOrder([d, b, c, a], at(10, '09:30'), () => 0.99))).toBe('abcd');
    expect(ids(askingOrder([d, c], at(10, '09:30'), () => 0))).toBe('dc');
  });
});

describe('the chance of a number', () => {
  it.each([
    ['nothing known', 1, 20, { taken: 10, returned: 5 }, null],
    ['one in ten of twenty comes back, first place', 1, 20, { taken: 200, returned: 20 }, 90],
    ['the same, third place', 3, 20, { taken: 200, returned: 20 }, 30],
    ['the same, tenth place', 10, 20, { taken: 200, returned: 20 }, 0],
    ['nothing ever came back', 1, 20, { taken: 200, returned: 0 }, 0],
  ])('%s', (_, position, taken, history, percent) => expect(chanceOf(position, taken, history)).toBe(percent));
});
