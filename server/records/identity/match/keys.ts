import { dialectSound, type NameParts, soundOf } from './name-parts.ts';
import type { Portrait } from './portrait.ts';

/**
 * Under which words somebody is found again: two records of one person share at least one, strangers hardly any.
 * The caller hashes them with a key. `search` leaves out what is only there to be found by others.
 */
export function keysOf(portrait: Portrait, use: 'keep' | 'search'): string[] {
  const { birthDate, phones, kinNumbers, idNumber } = portrait;
  const exact = birthDate.length === 10 && !birthDate.endsWith('-01-01');
  const keys = new Set<string>();
  for (const name of portrait.names) {
    const sound = syllables(name);
    if (birthDate) {
      keys.add(`n|${sound}|${birthDate}`);
      keys.add(`g|${lastSyllables(name)}|${birthDate}`);
      keys.add(`d|${sound}|${[...birthDate].sort().join('')}`);
      if (name.sounds.length > 3)
        keys.add(`n|${dialectSound(soundOf(name)).split(' ').slice(0, 2).join(' ')}|${birthDate}`);
      if (use === 'keep' || !exact) keys.add(`y|${sound}|${birthDate.slice(0, 4)}`);
    }
    if (idNumber) keys.add(`e|${idNumber.slice(0, 6)}${idNumber.slice(-4)}|${name.sounds[0]?.[0]}`);
    for (const phone of phones) keys.add(`p|${phone}|${sound}`);
  }
  if (birthDate) {
    for (const phone of phones) keys.add(`p|${phone}|${birthDate}`);
    for (const parent of portrait.kin) keys.add(`k|${syllables(parent)}|${birthDate}`);
    for (const number of kinNumbers) keys.add(`m|${number}|${birthDate}`);
  }
  if (idNumber) keys.add(`i|${idNumber}`);
  return [...keys];
}

// sorted, so that a name whose order was turned round meets itself
const syllables = (name: NameParts): string => dialectSound(soundOf(name)).split(' ').sort().join(' ');
const lastSyllables = (name: NameParts): string =>
  dialectSound(soundOf({ ...name, sounds: name.sounds.slice(Math.max(1, name.sounds.length - 2)) }));
