import type { MintedFacility } from '#db/testing/mint.ts';
import { regionDay } from '../../kernel/clock.ts';

/** Every clock of the house stands still here. */
export const now = new Date('2026-11-24T02:00:00Z');
export const secret = 'test-secret-of-at-least-thirty-two-characters';
export const today = regionDay(now);
export const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
export const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

export const places = ['own', 'other', 'third', 'shut', 'lately', 'shared', 'centre', 'next', 'clinic'] as const;
export type Place = (typeof places)[number];
export type Facilities = Record<Place, MintedFacility>;
export type Person = { residentId: string; accountId: string; entries: { id: string; type: string; title: string }[] };
export type Of = (name: string) => string;
export type Staff = Record<
  'blocked' | 'glass' | 'glassOver' | 'shared' | 'sharedEnded' | 'doctorOwn',
  { accountId: string }
>;

/** Where a canary sits says all of it: whose, guarded by what, written where. */
export const canary = (...parts: string[]) => `canary-${parts.join('-')}`;
