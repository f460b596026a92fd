import { describe, expect, it } from 'vitest';
import { readOrigin, regionOf, toNear } from '../origin.ts';
import { choosePath, levelOf, readChoice } from './choose-path.ts';

const queryOf = (path: string) => Object.fromEntries(new URL(path, 'http://localhost').searchParams);

describe('the address of a choice', () => {
  it('reads what it wrote', () => {
    const choice = {
      ...{ code: '03.04', person: '0190a5c2-7c1e-7c3e-9d53-0242ac120002', region: '510100000000' },
      ...{ weights: { travel: 100, wait: 0, cost: 50, capability: 50 }, view: 'map' as const, cursor: 'abc' },
    };
    expect(readChoice(queryOf(choosePath(choice)))).toEqual(choice);
  });
  it('holds no more than it must', () => {
    expect(choosePath({ code: '07', person: '', region: '' })).toBe('/care/choose?code=07');
  });
  it('believes nothing that it would not write', () => {
    const read = readChoice({ code: 'x', person: 'me', travel: '999', wait: '-1', cost: ['1', '2'], region: '51' });
    expect(read).toMatchObject({ code: '', person: '', region: '', view: 'list' });
    expect(read.weights).toEqual({ travel: 100, wait: 50, cost: 50, capability: 50 });
  });
  it.each([
    [0, 'none'],
    [30, 'some'],
    [74, 'some'],
    [100, 'much'],
  ] as const)('shows %i as %s', (weight, level) => expect(levelOf(weight)).toBe(level));
});

describe('where the way begins', () => {
  it('is the chosen area before the device', () => {
    expect(readOrigin('510100000000', '104.06,30.67')).toEqual({ regionCode: '510100000000' });
    expect(readOrigin('', '104.06,30.67')).toEqual({ lon: 104.06, lat: 30.67 });
  });
  it('is rounded to about a kilometre before it is kept', () => {
    expect(toNear(104.065_735, 30.659_462)).toBe('104.07,30.66');
  });
  it.each([undefined, '', 'x', '104.0657,30.6594', '04.06,30.67', '104.06,99.67'])(
    'is not believed from %j',
    (near) => {
      expect(readOrigin('', near)).toBeUndefined();
    },
  );
  it('is the county, unless it lies in another city', () => {
    expect(regionOf({ city: '510100000000', county: '510107000000' })).toBe('510107000000');
    expect(regionOf({ city: '510300000000', county: '510107000000' })).toBe('510300000000');
  });
});
