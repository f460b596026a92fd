import { HisError } from './errors.ts';

/** Returns the URL if it lies under the base (same origin, same path), else throws before anything is sent. */
export function inScope(base: URL, target: string): URL {
  let url: URL;
  try {
    url = new URL(target, `${base.href.replace(/\/+$/, '')}/`);
  } catch {
    throw new HisError('foreign-link', 'not a URL');
  }
  const root = base.pathname.replace(/\/+$/, '');
  const under = url.pathname === root || url.pathname.startsWith(`${root}/`);
  // encoded slashes and dots pass URL's own clean-up and may climb out again behind a proxy
  const disguised = /%2f|%5c|%2e|\\/i.test(url.pathname);
  if (url.origin !== base.origin || url.username || url.password || !under || disguised) {
    throw new HisError('foreign-link', 'a link leaves the base of the hospital');
  }
  return url;
}
