export type HisErrorKind =
  | 'foreign-link' // a link leaves the hospital's base; nothing was sent
  | 'redirect'
  | 'private-address' // the name resolves to an address inside; nothing was sent
  | 'timeout'
  | 'too-large'
  | 'truncated'
  | 'bad-json'
  | 'http'
  | 'network'
  | 'loop';

/** Any failure of a call to a hospital. The message holds no token and nothing of a body, so it may be logged. */
export class HisError extends Error {
  readonly kind: HisErrorKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  constructor(kind: HisErrorKind, detail: string, http: { status?: number; retryAfterMs?: number | undefined } = {}) {
    super(`${kind}: ${detail}`);
    this.name = 'HisError';
    this.kind = kind;
    this.status = http.status;
    this.retryAfterMs = http.retryAfterMs;
  }
}

/** Whether the failure says something about the hospital's health, and not only about this one request. */
export function isIllHealth(error: HisError): boolean {
  if (error.kind !== 'http') return true;
  const status = error.status ?? 0;
  return status >= 500 || status === 401 || status === 403 || status === 408 || status === 429;
}

/** Retry-After in milliseconds from `now`: seconds or an HTTP date; nothing below zero. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
