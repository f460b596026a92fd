/** What is known of a person that must not stand in a sheet. */
export type Known = { names: readonly string[]; addresses: readonly string[] };

const longestTitle = 60;
/** Older people are so few in a county that the year would name them. */
const oldestTold = 90;

/**
 * Words of a hospital without what says whose they are: names of the person and of kin, digits in a row that could be
 * a number, a telephone or a date, addresses of mail and sites.
 */
export function scrub(text: string, { names, addresses }: Known): string {
  const named = [...names, ...addresses].filter((one) => [...one].length >= 2).sort((a, b) => b.length - a.length);
  const without = named.reduce((left, one) => left.replaceAll(one, '某'), text.normalize('NFKC'));
  return without
    .replace(/[\w.+-]+@[\w.-]+|https?:\S+/g, '…')
    .replace(/\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?/g, '…')
    .replace(/\d[\d\s-]{5,}[\dXx]/g, '…')
    .slice(0, longestTitle);
}

/** '1936 or before' for the oldest, told as '≤1936'; '' if nobody knows. */
export function toldBirthYear(birthDate: string, today: string): string {
  const [born, now] = [Number(birthDate.slice(0, 4)), Number(today.slice(0, 4))];
  if (!born) return '';
  return now - born > oldestTold ? `≤${now - oldestTold}` : String(born);
}

/** Days between two instants, rounded down: the sheet has no dates, and what is checked is how far apart they are. */
export const daysBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / 86_400_000);
