import { describe, expect, test } from 'vitest';
import { entryTexts, exactText, keepExactText, memberTexts } from './exact-text.ts';

describe('texts of a page', () => {
  test('keep decimals, escapes, Han and odd spacing as they came', () => {
    const first = '{"resourceType" : "Observation","valueQuantity":{"value":1.00,"unit":"a\\"}\\\\"},"x":["]",{}]}';
    const second = '{"resourceType":"Patient","name":[{"text":"𠮷田 }{"}],"n":-0.0e+10}';
    const page = `{"resourceType":"Bundle","entry":[ {"fullUrl":"a","resource":${first},"search":{}} ,\n{"resource":${second}},{"fullUrl":"b"}],"total":2}`;
    expect(entryTexts(page)).toEqual([first, second, undefined]);
    expect(JSON.parse(page).entry[0].resource).toEqual(JSON.parse(first));
  });

  test.each(['{"resourceType":"Bundle"}', '{"entry":[]}', '{}', '{"entry": [ ] }'])('of %s are none', (page) => {
    expect(entryTexts(page)).toEqual([]);
  });

  test('of a key written twice the last stands, as JSON.parse reads it', () => {
    expect([...memberTexts('{"a":1.0,"b":null,"a":2.50}')]).toEqual([
      ['a', '2.50'],
      ['b', 'null'],
    ]);
  });

  test('agree with JSON.parse on whatever JSON says', () => {
    const odd = { '': [], 'a"b': { c: [[], [1, 'x,y', { d: '\\' }]] }, e: 'é\u2028\n', f: [true, false, null, -1e-7] };
    for (const space of [0, 2]) {
      for (const [key, text] of memberTexts(JSON.stringify(odd, null, space))) {
        expect(JSON.parse(text)).toEqual(odd[key as keyof typeof odd]);
      }
    }
  });
});

test('a resource of our own making is its JSON', () => {
  const own = { resourceType: 'Observation', value: 1 };
  expect(exactText(own)).toBe('{"resourceType":"Observation","value":1}');
  keepExactText(own, '{"resourceType":"Observation","value":1.00}');
  expect(exactText(own)).toContain('1.00');
});
