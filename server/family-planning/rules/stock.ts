import { addDays } from '../../kernel/clock.ts';

/** From so many days before its end a batch is to be used first; so far back use is looked at (our proposal, 2026). */
export const stockRules = { expiringDays: 90, usedDays: 90 } as const;

/** A batch can be issued up to the last day that is printed on it. */
export function stateOf(expiresOn: string, today: string): 'good' | 'expiring' | 'expired' {
  if (expiresOn < today) return 'expired';
  return expiresOn <= addDays(today, stockRules.expiringDays) ? 'expiring' : 'good';
}

/** The last day of the quarter, by which the next order comes (C6). */
export function quarterEnd(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0)).toISOString().slice(0, 10);
}

/** The last day that is covered if as much goes out a day as of late; null where nothing did. */
export function lastsUntil(onHand: number, used: number, today: string): string | null {
  if (onHand === 0) return today;
  return used === 0 ? null : addDays(today, Math.floor((onHand * stockRules.usedDays) / used));
}
