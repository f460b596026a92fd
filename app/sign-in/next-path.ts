/** Only a path on this very site: `//host`, `/\host` and anything with a scheme lead home instead. */
export function safeNext(value: string | null | undefined, fallback = '/'): string {
  if (!value?.startsWith('/') || /^\/[/\\]/.test(value) || /[\\\p{Cc}]/u.test(value)) return fallback;
  return new URL(value, 'http://here.invalid').host === 'here.invalid' ? value : fallback;
}
