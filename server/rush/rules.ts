/** The line opens so long before the release … */
export const opensMs = 15 * 60_000;
/** … and is over so long after it: who comes then finds no rush. */
export const overMs = 30 * 60_000;

/**
 * People a second who may go on to the booking pages. Each opens two or three, and the pages of one machine with two
 * processors are 150 a second; a site with more web processes sets HUIMIN_RELEASE_RATE higher.
 */
export const defaultRate = 60;
/** So many go on at once, hence a line of fewer is no line. */
const burstSeconds = 5;

/** What a person holds: came before the release (number 0), or joined as so-manieth after it. */
export type Pass = { releaseAt: Date; residentId: string; number: number };
export type Line = { before: number; after: number };
/** Keyed hash, hex; nobody outside can make or foresee one. */
type Hash = (kind: string, value: string) => string;

const textOf = ({ releaseAt, residentId, number }: Pass) => `${releaseAt.getTime()}.${number}.${residentId}`;

export const sealPass = (hash: Hash, pass: Pass): string =>
  `${pass.releaseAt.getTime()}.${pass.number}.${hash('rush-pass', textOf(pass)).slice(0, 32)}`;

/** A browser keeps the passes of its last three releases side by side. */
const separator = '~';
export const withPass = (kept: string | null | undefined, sealed: string): string =>
  [sealed, ...(kept ? kept.split(separator) : [])].slice(0, 3).join(separator);

/** The pass that is ours, for this release and this person; a borrowed or changed one is none. */
export function openPass(
  hash: Hash,
  kept: string | null | undefined,
  { releaseAt, residentId }: Omit<Pass, 'number'>,
): Pass | null {
  for (const sealed of (kept ?? '').split(separator)) {
    const number = Number(/^\d{13}\.(\d{1,9})\.[0-9a-f]{32}$/.exec(sealed)?.[1] ?? Number.NaN);
    const pass = { releaseAt, residentId, number };
    if (Number.isInteger(number) && sealPass(hash, pass) === sealed) return pass;
  }
  return null;
}

/**
 * Place in the line, from 1. All who came before the release are put in an order that the secret and the person
 * decide: coming earlier, coming twice, or from many windows changes nothing. Behind them, first come, first served.
 */
export function placeOf(hash: Hash, pass: Pass, line: Line): number {
  if (pass.number > 0) return line.before + pass.number;
  const lot = Number.parseInt(hash('rush-lot', `${pass.releaseAt.getTime()} ${pass.residentId}`).slice(0, 12), 16);
  return 1 + Math.floor((lot / 2 ** 48) * Math.max(1, line.before));
}

/** When it is the turn of this place. */
export const turnAt = (place: number, releaseAt: Date, rate: number): Date =>
  new Date(releaseAt.getTime() + Math.max(0, place / rate - burstSeconds) * 1000);

/** So many of those before this place have not had their turn yet. */
export const aheadOf = (place: number, releaseAt: Date, now: Date, rate: number): number => {
  const gone = Math.floor(rate * ((now.getTime() - releaseAt.getTime()) / 1000 + burstSeconds));
  return Math.max(0, place - 1 - Math.max(0, gone));
};

/** Whether people take turns at this moment: more came than may go on at once, and not all of them have had their turn. */
export const isLine = ({ before, after }: Line, releaseAt: Date, now: Date, rate: number): boolean =>
  before + after > rate * burstSeconds && turnAt(before + after, releaseAt, rate) > now;

export const isOpen = (releaseAt: Date, now: Date): boolean =>
  now.getTime() >= releaseAt.getTime() - opensMs && now.getTime() < releaseAt.getTime() + overMs;
