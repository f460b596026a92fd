import { idCheckCharacter, readIdNumber } from '../../../kernel/national-id.ts';
import { type Place, placeIn } from './compare-fields.ts';
import { isPlaceholder, type NameParts, orderIn, parentIn, partsOf } from './name-parts.ts';

/** What is known of somebody at one place. Phones and the numbers of kin come as keyed hashes. */
export type IdentityFacts = {
  name: string;
  otherNames: readonly string[];
  sex: 'male' | 'female' | 'unknown';
  /** 'YYYY-MM-DD' or 'YYYY'; '' when missing. */
  birthDate: string;
  idNumber: string;
  phones: readonly string[];
  address: string;
  kin: readonly string[];
  kinNumbers: readonly string[];
  /** 1 for the first-born of several, 0 for an only one, null when nobody says. */
  birthOrder: number | null;
};

/** The facts, taken apart once so that comparing is cheap. */
export type Portrait = {
  /** Empty for a newborn without a name. */
  names: readonly NameParts[];
  sex: IdentityFacts['sex'];
  birthDate: string;
  /** 18 characters, also of an old number of 15; as typed when wrong in form; '' without one. */
  idNumber: string;
  /** The number is right in form. */
  proven: boolean;
  /** The number given belongs to one of the parents. */
  kinNumber: string;
  phones: readonly string[];
  places: readonly Place[];
  kin: readonly NameParts[];
  kinNumbers: readonly string[];
  birthOrder: number | null;
};

const underage = 7;

/** Numbers of before 1999 have a year of two digits and no check character. */
export const fullNumber = (typed: string): string => {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{15}$/.test(plain)) return plain;
  const first17 = `${plain.slice(0, 6)}19${plain.slice(6)}`;
  return first17 + idCheckCharacter(first17);
};

export function portray(facts: IdentityFacts, today: string): Portrait {
  const idNumber = fullNumber(facts.idNumber);
  const read = readIdNumber(idNumber, today);
  const unnamed = isPlaceholder(facts.name);
  const parents = read.ok && isParents(facts, read.birthDate, today, unnamed);
  const names = [facts.name, ...facts.otherNames].filter((name) => name.trim() && !isPlaceholder(name)).map(partsOf);
  return {
    names,
    sex: facts.sex,
    birthDate: facts.birthDate || (read.ok && !parents ? read.birthDate : ''),
    idNumber: parents ? '' : idNumber,
    proven: read.ok && !parents,
    kinNumber: parents ? idNumber : '',
    phones: facts.phones,
    places: facts.address ? [placeIn(facts.address)] : [],
    kin: [...facts.kin, parentIn(facts.name)].filter(Boolean).map(partsOf),
    kinNumbers: facts.kinNumbers,
    birthOrder: facts.birthOrder ?? orderIn(facts.name),
  };
}

/** Maternity wards register a newborn with the mother's number: its owner is a generation older than the child. */
function isParents(facts: IdentityFacts, ownersBirth: string, today: string, unnamed: boolean): boolean {
  const born = Number(facts.birthDate.slice(0, 4));
  if (!born || born - Number(ownersBirth.slice(0, 4)) < 14) return false;
  return unnamed || Number(today.slice(0, 4)) - born < underage;
}
