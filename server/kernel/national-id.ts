/** GB 11643-1999: 17 digits and a check character by ISO 7064 MOD 11-2. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

export type IdFault = 'length' | 'characters' | 'birth-date' | 'check-digit';
export type IdFacts =
  | { ok: true; idNumber: string; birthDate: string; sex: 'male' | 'female' }
  | { ok: false; fault: IdFault };

/** Check character for the first 17 digits. */
export function idCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return checks.charAt(sum % 11);
}

/** Reads an 18-character ID number (spaces and lower-case x forgiven); `today` is 'YYYY-MM-DD'. */
export function readIdNumber(typed: string, today: string): IdFacts {
  const idNumber = typed.replace(/\s/g, '').toUpperCase();
  if (idNumber.length !== 18) return { ok: false, fault: 'length' };
  if (!/^\d{17}[\dX]$/.test(idNumber)) return { ok: false, fault: 'characters' };
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  if (!isDay(birthDate) || birthDate < '1890-01-01' || birthDate > today) return { ok: false, fault: 'birth-date' };
  if (idCheckCharacter(idNumber) !== idNumber.charAt(17)) return { ok: false, fault: 'check-digit' };
  return { ok: true, idNumber, birthDate, sex: Number(idNumber.charAt(16)) % 2 ? 'male' : 'female' };
}

/** 510104********1234: enough to recognise one's own, too little to use. */
export const maskIdNumber = (idNumber: string): string => `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`;
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
/** 张*丰, 欧阳**; for calling screens and lists that others may see. */
export const maskName = (name: string): string =>
  name.length <= 2 ? `${name.charAt(0)}*` : `${name.charAt(0)}${'*'.repeat(name.length - 2)}${name.slice(-1)}`;

const form = /^[1-9]\d{5}(?:18|19|20)\d{9}[\dX]$/;
/** Of cards from before 1999: two digits of the year, no check character; provinces by GB/T 2260. */
const oldForm = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{13}$/;

/** Whether these 18 characters are right in form, whoever's they are. */
export const isIdNumber = (number: string): boolean =>
  form.test(number) &&
  isDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`) &&
  idCheckCharacter(number) === number.charAt(17);

/** Whether these 15 digits may be a number of before 1999, which has no check character. */
export const isOldIdNumber = (number: string): boolean =>
  oldForm.test(number) && isDay(`19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`);

function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
