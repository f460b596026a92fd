import { expect, it } from 'vitest';
import { adviceRules } from '../rules/advice.ts';
import { redFlags } from '../rules/red-flags.ts';
import { understand } from '../understand.ts';
import { fromEnglish, isLatin } from './english.ts';
import { fromPinyin } from './pinyin.ts';
import { readForeign } from './read-foreign.ts';

const rules = { redFlags, adviceRules };
const first = (text: string) => understand(text, {}, rules).ranked[0]?.label;
const flags = (text: string) => understand(text, {}, rules).flags.map(({ rule }) => rule.id);

it('tells English from Chinese with a few letters in it', () => {
  expect(isLatin('I have a headache')).toBe(true);
  expect(isLatin('做了CT和MRI，医生说没事')).toBe(false);
  expect(readForeign('头痛，做了CT')).toBe('头痛，做了CT');
});

it('keeps the sense of an English description: the words, who it is, what is denied', () => {
  expect(fromEnglish('My 3-year-old has been coughing.')).toBe('3岁，咳嗽');
  expect(fromEnglish('no chest pain, just a cough')).toBe('没有胸痛，咳嗽');
  expect(fromEnglish('hello there')).toBe('');
});

it.each([
  ['I have a burning feeling when I pee', '泌尿外科'],
  ['My gums bleed and my tooth hurts', '口腔科'],
  ['red itchy rash on both arms, scaly patches', '皮肤性病科'],
  ['ringing in my ears and hearing loss', '耳鼻咽喉科'],
  ['my blood sugar is high and I am always thirsty', '内分泌科'],
  ['pi fu sao yang', '皮肤性病科'],
  ['ya tong', '口腔科'],
  ['yue jing bu tiao', '妇产科'],
])('%s → %s', (text, label) => expect(first(text)).toBe(label));

it('raises an emergency in English and in pinyin, and none for what is denied', () => {
  expect(flags("I can't breathe, my lips and tongue are swelling after eating peanuts")).toContain('anaphylaxis');
  expect(flags('tu xue le')).toContain('gut-bleeding');
  expect(flags('no chest pain, only a mild cough')).toEqual([]);
});

it('finds terms in pinyin with and without blanks', () => {
  expect(fromPinyin('du zi tong')).toBe('肚子痛');
  expect(fromPinyin('duzitong')).toBe('肚子痛');
});
