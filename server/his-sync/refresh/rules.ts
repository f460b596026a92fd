import { beforeCall } from '#fhir/client/breaker.ts';
import type { HisError } from '#fhir/client/errors.ts';
import type { Endpoint } from '../registry.ts';
import { breakerOf, breakerPolicy } from '../rules.ts';
import type { Trouble } from './schema.ts';

/** All hospitals of one person are asked at most so often, whoever asks. */
export const refreshEveryMs = 120_000;
/** Who has not told everything by then is named as slow; the next regular reading brings what is missing. */
export const hospitalMostMs = 20_000;
/** In one process: people whose hospitals are asked, hospitals that are asked, answers that are being written. */
export const atOnce = { people: 4, hospitals: 100, writes: 4 } as const;
/** What a hospital did not mention is asked for by its id, so many at most. */
export const missingMost = 20;

/** When it may be asked for again; null when it may be now. */
export function nextRefreshAt(askedAt: Date, now: Date): Date | null {
  const next = new Date(askedAt.getTime() + refreshEveryMs);
  return next > now ? next : null;
}

/** Why a hospital is not even asked, or null. One that rests is tried by the regular pull alone. */
export function whyNotAsked(endpoint: Endpoint | null, now: Date): Trouble | null {
  if (!endpoint?.enabled) return 'off';
  const leave = beforeCall(breakerOf(endpoint), now.getTime(), breakerPolicy);
  return leave.allowed && leave.state.phase === 'closed' ? null : 'resting';
}

/** A failure in the word that the screen explains. */
export function troubleOf({ kind, status = 0 }: Pick<HisError, 'kind' | 'status'>): Trouble {
  if (kind === 'timeout') return 'slow';
  if (kind === 'network' || kind === 'truncated') return 'silent';
  if (kind !== 'http') return 'unreadable';
  if (status === 401 || status === 403) return 'refusing';
  return status === 429 ? 'busy' : 'failing';
}
