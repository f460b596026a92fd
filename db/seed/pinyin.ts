import { customPinyin, pinyin } from 'pinyin-pro';

// place names that the dictionary reads by their everyday sound
customPinyin({ 什邡: 'shí fāng' });

export type Reading = { pinyin: string; initials: string };

const readings = (text: string, surname: 'head' | 'off') =>
  pinyin(text, { toneType: 'none', type: 'array', surname, v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');

const toReading = (syllables: string[]): Reading => ({
  pinyin: syllables.join(''),
  initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
});

/** 都江堰市 → dujiangyanshi, djys: without blanks, so that what is typed without blanks is found. */
export const readingOf = (name: string): Reading => toReading(readings(name, 'off'));

/** A person's name: the surname has its own sound (曾 zeng, 单 shan). */
export const readingOfPerson = (name: string): Reading => toReading(readings(name, 'head'));
