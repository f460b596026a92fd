import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdNumbersIn } from './id-numbers-in.ts';
import { hideIdsUnder, maskIdNumbersInJson } from './id-numbers-in-json.ts';
import { idCheckCharacter } from './national-id.ts';

const number = '510104197001011231';
const withX = '11010519491231002X';
const masked = `${number.slice(0, 4)}**********${number.slice(-4)}`;
const maskedX = '1101**********002X';
const wide = (text: string) => text.replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

it('is tried with a number that is right in form', () => {
  expect(idCheckCharacter(number.slice(0, 17))).toBe(number.charAt(17));
});

describe('numbers in a text', () => {
  it.each([
    ['alone', number, masked],
    ['between words', `证件${number}，电话13800138000`, `证件${masked}，电话13800138000`],
    ['with a small x', withX.toLowerCase(), maskedX],
    ['with a wide X', `${withX.slice(0, 17)}Ｘ`, maskedX],
    ['in wide digits', wide(number), masked],
    ['parted by blanks', '510104 19700101 1231', masked],
    ['parted by hyphens', '510104-1970-0101-1231', masked],
    ['parted by wide blanks', '510104　19700101　1231', masked],
    ['over the end of a line', '证件号 5101041970\n01011231。', `证件号 ${masked}。`],
    ['over the end of a line of Windows', '51010419700101\r\n1231', masked],
    ['digit by digit', [...number].join(' '), masked],
    ['in fours', '5101 0419 7001 0112 31', masked],
    ['before another number', `510104 19700101 1231 13800138000`, `${masked} 13800138000`],
    ['behind another number', `12 ${number}`, `12 ${masked}`],
    ['twice', `${number}/${withX}`, `${masked}/${maskedX}`],
    ['of an old card', '老证510104700101123。', '老证5101**********1123。'],
    ['of an old card, parted', '510104 700101 123', '5101**********1123'],
  ])('%s are masked', (_, text, expected) => expect(maskIdNumbersIn(text)).toBe(expected));

  it.each([
    ['of an order whose check character is wrong', '510104197001011234'],
    ['of a month that is none', '510104197013011239'],
    ['of a day that is none', '510104197002301230'],
    ['of twenty digits', `12${number}`],
    ['of a telephone with a day beside it', '13800138000 20261123'],
    ['of fifteen digits that begin in no province', '990104700101123'],
    ['of fifteen digits without a birthday', '510104701301123'],
    ['of a time', '2026-11-23 10:30:00 +08:00'],
    ['measured one after the other', '2048 2051 2047 2050 2049 2048 2051 2047 2050 2049'],
  ])('numbers %s stay', (_, text) => expect(maskIdNumbersIn(text)).toBe(text));

  it('leave a row of measured values as it was measured', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4095 }), { minLength: 30, maxLength: 60 }), (values) => {
        const text = values.join(' ');
        expect(maskIdNumbersIn(text)).toBe(text);
      }),
      { seed: 35 },
    );
  });

  it('are seen through however they are parted, and nothing else of the text is touched', () => {
    const cut = fc.constantFrom('', ' ', '-', '\n', '　', '‑');
    fc.assert(
      fc.property(cut, cut, fc.constantFrom('患者', '(', '号:'), (a, b, before) => {
        const text = `${before}510104${a}19700101${b}1231)`;
        expect(maskIdNumbersIn(text)).toBe(`${before}${masked})`);
      }),
      { seed: 35 },
    );
  });
});

describe('numbers in a JSON text', () => {
  it('are masked through escaped characters, and as bare numbers become text', () => {
    const json = `{"a":"5101041970\\n01011231","b":"\\u0035${number.slice(1)}","c":${number},"d":1.00,"e":"\\u00e9 \\" ${withX}"}`;
    const told = maskIdNumbersInJson(json);
    expect(JSON.parse(told)).toEqual({ a: masked, b: masked, c: masked, d: 1, e: `é " ${maskedX}` });
    expect(told).toContain('"d":1.00');
  });

  it('that hold none stay to the byte', () => {
    const json = `{ "a" : "x\\/y", "n": [1.00, 2048, 20480000000000000000], "t":"2026-11-23T10:00:00.000000+08:00" }`;
    expect(maskIdNumbersInJson(json)).toBe(json);
  });

  it('go through a function where they stand under certain keys, and nowhere else', () => {
    const json = `{"id":"p-${number}","ref":{"reference":"Patient/${number}"},"text":"${number}","list":[{"id":${number}}]}`;
    const told = hideIdsUnder(json, new Set(['id', 'reference']), (id) => id.replace(number, 'hidden'));
    const expected = { id: 'p-hidden', ref: { reference: 'Patient/hidden' }, text: number, list: [{ id: 'hidden' }] };
    expect(JSON.parse(told)).toEqual(expected);
  });

  it('of any size are gone through once', () => {
    const json = JSON.stringify({ data: '\\"'.repeat(500_000), id: number });
    expect(maskIdNumbersInJson(json)).not.toContain(number);
  });
});
