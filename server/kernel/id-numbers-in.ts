import { isIdNumber, isOldIdNumber, maskIdNumber } from './national-id.ts';

const digit = '[0-9\\uff10-\\uff19]';
const gap = '[\\s\\u200b\\ufeff\\-\\u2010-\\u2015\\u2212\\uff0d]';
/** Digits as people write a long number: narrow or wide, apart by blanks, hyphens or a line break. */
const runs = new RegExp(`${digit}(?:${gap}{0,3}${digit}){14,}(?:${gap}{0,3}[XxＸｘ](?!${digit}))?`, 'g');
const groupsOf = /[0-9Xx]+/g;
/** Where people part a number: region, birthday, order; year, month and day too. */
const partings = { 18: [6, 10, 12, 14, 17], 15: [6, 8, 10, 12] };
const longest = 18;

type Group = { text: string; at: number };
type Found = { number: string; last: number; end: number };

/** A text in which every number of an identity card goes through `replace`, which is given it as it was written. */
export const replaceIdNumbers = (text: string, replace: (written: string, number: string) => string): string =>
  text.replace(runs, (run) => replaceInRun(run, replace));

/** A text in which every ID number that is right in form is masked: whole numbers lie nowhere but sealed. */
export const maskIdNumbersIn = (text: string): string => replaceIdNumbers(text, (_, number) => maskIdNumber(number));

function replaceInRun(run: string, replace: (written: string, number: string) => string): string {
  // each wide digit becomes one narrow digit, so that places stay
  const groups = [...run.normalize('NFKC').matchAll(groupsOf)].map((m): Group => ({ text: m[0], at: m.index }));
  let done = '';
  let copied = 0;
  let next = 0;
  for (const [i, { at }] of groups.entries()) {
    const found = i < next ? null : numberFrom(groups, i);
    if (!found) continue;
    done += run.slice(copied, at) + replace(run.slice(at, found.end), found.number);
    copied = found.end;
    next = found.last + 1;
  }
  return done + run.slice(copied);
}

/** The longest number that begins with this group and ends with one. */
function numberFrom(groups: readonly Group[], first: number): Found | null {
  const cuts: number[] = [];
  let number = '';
  let found: Found | null = null;
  for (let last = first; number.length < longest; last += 1) {
    const group = groups[last];
    if (!group) break;
    if (number) cuts.push(number.length);
    number += group.text.toUpperCase();
    const alone = first === 0 && last === groups.length - 1;
    if (isRight(number, cuts, alone)) found = { number, last, end: group.at + group.text.length };
  }
  return found;
}

/**
 * Measured values stand in rows of short numbers, too: of those only what is parted as on a card counts, or once, as by
 * the end of a line. Old numbers, without a check character, never otherwise.
 */
function isRight(number: string, cuts: readonly number[], alone: boolean): boolean {
  if (number.length === 15) return cuts.every((cut) => partings[15].includes(cut)) && isOldIdNumber(number);
  if (number.length !== longest) return false;
  if (cuts.length > 1 && !alone && !cuts.every((cut) => partings[18].includes(cut))) return false;
  return isIdNumber(number);
}
